package cn.mingjian.rules;

/**
 * Something that breaks a rule.
 *
 * @param pointer JSON pointer to it, from the list or document that was checked
 * @param value the value that breaks it; empty when it is about several
 * @param detail what is wrong, in Chinese
 */
public record Problem(String pointer, Rule rule, String value, String detail) {

    public static Problem at(String pointer, Rule rule, String value, String detail) {
        return new Problem(pointer, rule, value, detail);
    }

    /** The same with its pointer inside of what stands at another one. */
    public Problem below(String outer) {
        if (!pointer.startsWith(outer)) {
            throw new IllegalArgumentException(pointer + " is not below " + outer);
        }
        return new Problem(pointer.substring(outer.length()), rule, value, detail);
    }

    /** The same with its pointer from further outside. */
    public Problem within(String outer) {
        return new Problem(outer + pointer, rule, value, detail);
    }
}
