package cn.mingjian.acceptance.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.List;
import java.util.random.RandomGenerator;

/** Values that programs stumble over. */
final class Nasty {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** As text in documents, paths, queries and headers. */
    static final List<String> TEXTS = List.of(
            "",
            " ",
            "\t\n",
            "null",
            "NaN",
            "Infinity",
            "-0",
            "-1",
            "0",
            "0.000000000000000000001",
            "1e400",
            "1E+2147483647",
            "99999999999999999999999999999999999999",
            "2147483648",
            "9223372036854775808",
            "１２３",
            "٣",
            "1,000",
            "0x1F",
            "2024-02-30",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-00-00",
            "9999-12",
            "2023-08-01T00:00:00Z",
            "' or 1=1 --",
            "%00",
            "../../etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "{{7*7}}",
            "\u202Eتجربة",
            "e\u0301\u0327",
            "👩‍👩‍👧‍👦🏴‍☠️",
            "全角　空格",
            "鿿𠀀",
            "\uFEFF",
            "\uFFFE",
            "\u0001\u001B",
            "x".repeat(300),
            "长".repeat(5_000));

    /** As written in JSON; text cannot hold them or a parser may not like them. */
    private static final List<String> RAW = List.of(
            "null",
            "true",
            "false",
            "0",
            "-0",
            "-1",
            "0.1",
            "1e400",
            "-1e400",
            "1e-400",
            "2147483647",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "123456789".repeat(30),
            "0." + "1".repeat(90),
            "\"\\u0000\"",
            "\"a\\u0000b\"",
            "\"\\uD800\"",
            "\"\\uDC00\\uD800\"",
            "{}",
            "[]",
            "[null]",
            "{\"\":null}",
            "{\"\\u0000\":1}",
            "NaN");

    private Nasty() {}

    static JsonNode value(RandomGenerator random) {
        return switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> JSON.textNode(text(random));
            case 4 -> nested(random.nextInt(4) == 0 ? 3_000 : 60);
            case 5 -> JSON.textNode(Integer.toString(random.nextInt()));
            default -> JSON.rawValueNode(new RawValue(RAW.get(random.nextInt(RAW.size()))));
        };
    }

    static String text(RandomGenerator random) {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private static JsonNode nested(int depth) {
        // As text: a tree this deep could not be written without a stack as deep.
        return JSON.rawValueNode(new RawValue("[".repeat(depth) + "]".repeat(depth)));
    }

    static ArrayNode many(JsonNode one, int count) {
        ArrayNode all = JSON.arrayNode();
        for (int at = 0; at < count; at++) {
            all.add(one);
        }
        return all;
    }
}
