package cn.mingjian.scoring.score;

import java.util.List;
import java.util.stream.Stream;

/** A level of a rubric: its own items and the categories below it, to any depth. */
public record Category(String code, String name, List<Item> items, List<Category> categories) {

    public Category {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a category has a code");
        }
        items = List.copyOf(items);
        categories = List.copyOf(categories);
    }

    /** Its items and those of every category below it, in the rubric's order. */
    public Stream<Item> allItems() {
        return Stream.concat(items.stream(), categories.stream().flatMap(Category::allItems));
    }

    /** Whether it holds more than VETO items, which count nowhere. */
    public boolean countsAnywhere() {
        return allItems().anyMatch(item -> item.kind() != Item.Kind.VETO);
    }

    /** Itself and every category below it. */
    public Stream<Category> withNested() {
        return Stream.concat(Stream.of(this), categories.stream().flatMap(Category::withNested));
    }
}
