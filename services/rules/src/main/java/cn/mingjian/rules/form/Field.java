package cn.mingjian.rules.form;

/** A field of an entry, or a column of a table: its name, what its values look like, and whether one may be left out. */
public record Field(String name, Form form, boolean mayBeEmpty) {

    /** A field that every entry has. */
    public static Field of(String name, Form form) {
        return new Field(name, form, false);
    }

    /** A field that an entry may leave out. */
    public static Field optional(String name, Form form) {
        return new Field(name, form, true);
    }
}
