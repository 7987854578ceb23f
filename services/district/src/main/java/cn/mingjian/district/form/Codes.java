package cn.mingjian.district.form;

import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.problem.CommonProblem;
import cn.mingjian.rules.form.Form;

/** Codes in paths: what cannot be a code names nothing. */
public final class Codes {
    private Codes() {}

    public static Place district(String district) {
        return Place.district(checked(district));
    }

    public static Place station(String district, String station) {
        return Place.station(checked(district), checked(station));
    }

    public static String checked(String code) {
        if (!Place.isCode(code)) {
            throw CommonProblem.NOT_FOUND.because("编码只能由小写字母、数字和连字符组成：%s", code);
        }
        return code;
    }

    /**
     * The code of a place that is to be registered. A role's name is refused: the group {@code /nansha/bureau} would be a
     * station and the bureau's right at once, and members of the one would have the other.
     */
    public static void requireFree(String code) {
        Form.PLACE.fault(code).ifPresent(fault -> {
            throw FormProblem.CODE_RESERVED.because("%s", fault);
        });
    }

    /** A version as it stands in a path. */
    public static int version(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw CommonProblem.NOT_FOUND.because("没有版本 %s", text);
        }
        return Integer.parseInt(text);
    }
}
