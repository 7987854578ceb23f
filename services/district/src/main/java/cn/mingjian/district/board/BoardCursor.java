package cn.mingjian.district.board;

import cn.mingjian.platform.problem.CommonProblem;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** After which entry the next page begins; to callers a text without meaning. */
record BoardCursor(String station, String evaluation) {

    /** Before the first entry. */
    static final BoardCursor START = new BoardCursor("", "");

    private static final String BETWEEN = "/";

    static BoardCursor after(BoardEntryEntity entry) {
        return new BoardCursor(entry.station, entry.evaluation);
    }

    static BoardCursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            if (parts.length == 2 && parts[0].indexOf('\0') < 0 && parts[1].indexOf('\0') < 0) {
                return new BoardCursor(parts[0], parts[1]);
            }
        } catch (IllegalArgumentException noBase64) {
            // Told below: it is none of our cursors.
        }
        throw CommonProblem.INVALID_FIELD.because("after 不是上一页给出的续页标记");
    }

    @Override
    public String toString() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString((station + BETWEEN + evaluation).getBytes(StandardCharsets.UTF_8));
    }
}
