package cn.mingjian.rules.form;

import java.util.Arrays;
import java.util.List;

/**
 * The fields of one kind of entry.
 *
 * @param key the fields that tell one entry from every other; none when entries may be alike
 */
public record Shape(List<String> key, List<Field> fields) {

    public Shape {
        key = List.copyOf(key);
        fields = List.copyOf(fields);
    }

    /** Entries that may be alike. */
    public static Shape of(Field... fields) {
        return new Shape(List.of(), Arrays.asList(fields));
    }

    /** Entries told apart by the fields of a key. */
    public static Shape keyed(List<String> key, Field... fields) {
        return new Shape(key, Arrays.asList(fields));
    }

    /** The field of that name. */
    public Field field(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no field " + name + " in " + fields));
    }
}
