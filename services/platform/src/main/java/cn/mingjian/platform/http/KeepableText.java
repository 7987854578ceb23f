package cn.mingjian.platform.http;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import java.io.IOException;
import java.io.Serial;

/** Refuses text that no store keeps: the character NUL, and halves of surrogate pairs. */
class KeepableText extends StdScalarDeserializer<String> {

    @Serial
    private static final long serialVersionUID = 1L;

    KeepableText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        String text = StringDeserializer.instance.deserialize(parser, context);
        return isKeepable(text)
                ? text
                : (String) context.handleWeirdStringValue(String.class, "", "NUL or an unpaired surrogate");
    }

    /** Whether text has neither NUL nor an unpaired surrogate. */
    static boolean isKeepable(String text) {
        for (int at = 0; at < text.length(); at++) {
            char character = text.charAt(at);
            if (character == 0 || Character.isLowSurrogate(character)) {
                return false;
            }
            if (Character.isHighSurrogate(character)) {
                at++;
                if (at == text.length() || !Character.isLowSurrogate(text.charAt(at))) {
                    return false;
                }
            }
        }
        return true;
    }
}
