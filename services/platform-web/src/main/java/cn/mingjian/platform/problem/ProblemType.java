package cn.mingjian.platform.problem;

/** One refusal of a feature. Implemented by an enum; the constant's name is contract and never renamed. */
public interface ProblemType {

    String name();

    Kind kind();

    /** What is wrong, in Chinese, without details. */
    String title();

    /** The refusal that ends the request; {@code format} is ours, user text only ever an argument. */
    default ProblemException because(String format, Object... arguments) {
        return new ProblemException(this, arguments.length == 0 ? format : String.format(format, arguments), null);
    }

    /** The name as it appears in a problem's {@code type}: {@code score-above-maximum}. */
    default String code() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
