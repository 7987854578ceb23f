package cn.mingjian.platform.document;

import org.jspecify.annotations.Nullable;

/**
 * What whoever puts a document takes for granted: that there is none yet ({@code If-None-Match: *}), or that the version they read is
 * the latest ({@code If-Match: "2"}). Who says nothing writes over what is there.
 */
public record Precondition(
        @Nullable String ifMatch, @Nullable String ifNoneMatch) {

    /** Of whoever says nothing. */
    public static final Precondition NONE = new Precondition(null, null);

    /** What the summary of an operation that takes one ends with. */
    public static final String TOLD = "；带 If-None-Match: * 时只在尚无内容时写入，带 If-Match 时只在所读版本上修改";

    /** Whether it holds while the latest version is this one; 0 where there is none. */
    public boolean holds(int latest) {
        return !("*".equals(ifNoneMatch) && latest > 0)
                && (ifMatch == null || ifMatch.replace("\"", "").equals(Integer.toString(latest)));
    }
}
