package cn.mingjian.report.content;

import cn.mingjian.platform.number.Figures;
import java.time.LocalDate;
import java.util.List;
import org.apache.commons.numbers.fraction.BigFraction;
import org.jspecify.annotations.Nullable;

/** The words for codes, dates and amounts. */
final class Wording {

    static final String UNKNOWN = "—";

    private static final List<String> DIGITS = List.of("〇", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十");
    private static final BigFraction TEN_THOUSAND = BigFraction.of(10_000);

    private Wording() {}

    /** 一 … 九十九, as chapters are counted. */
    static String ordinal(int number) {
        if (number < 1 || number > 99) {
            throw new IllegalArgumentException("no ordinal for " + number);
        }
        if (number <= 10) {
            return DIGITS.get(number);
        }
        return (number < 20 ? "" : DIGITS.get(number / 10)) + "十" + (number % 10 == 0 ? "" : DIGITS.get(number % 10));
    }

    static String day(LocalDate day) {
        return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
    }

    /** 2012-06 → 2012年6月; anything finer or coarser is told as far as it goes. */
    static String monthOf(String isoMonth) {
        String[] parts = isoMonth.split("-", -1);
        StringBuilder text = new StringBuilder(parts[0]).append('年');
        if (parts.length > 1) {
            text.append(Integer.parseInt(parts[1])).append('月');
        }
        if (parts.length > 2) {
            text.append(Integer.parseInt(parts[2])).append('日');
        }
        return text.toString();
    }

    /** An amount of yuan, in 万元 from ten thousand up; the value stays exact. */
    static String yuan(String amount) {
        BigFraction value = Figures.parse(amount);
        return value.compareTo(TEN_THOUSAND) < 0
                ? Figures.plain(value) + "元"
                : Figures.plain(value.divide(TEN_THOUSAND)) + "万元";
    }

    static String percent(@Nullable String rate) {
        return rate == null ? UNKNOWN : rate + "%";
    }

    static String party(String code) {
        return switch (code) {
            case "THIRD_PARTY" -> "第三方";
            case "SUPERVISORY_CENTER" -> "督导中心";
            case "PURCHASER" -> "购买方";
            case "SUPERVISOR" -> "监督方";
            case "OPERATOR" -> "承办方";
            default -> code;
        };
    }

    static String aggregation(String code) {
        return switch (code) {
            case "MEAN" -> "取各评委评分的平均值";
            case "TRIMMED_MEAN" -> "五人及以上评分时去掉一个最高分和一个最低分后取平均值";
            default -> code;
        };
    }

    static String status(@Nullable String code) {
        return switch (code) {
            case null -> UNKNOWN;
            case "NOT_MET" -> "未达标";
            case "MET" -> "达标";
            case "EXCEEDED" -> "超额";
            default -> code;
        };
    }

    static String certificate(String code) {
        return switch (code) {
            case "NONE" -> "未持证";
            case "ASSISTANT" -> "助理社工师";
            case "INTERMEDIATE" -> "社工师";
            case "SENIOR" -> "高级社工师";
            default -> code;
        };
    }

    static String retention(String formula) {
        return switch (formula) {
            case "TURNOVER" -> "离职口径";
            case "ON_DUTY" -> "到岗口径";
            case "CERTIFIED_ON_DUTY" -> "持证到岗口径";
            default -> formula;
        };
    }

    static String retentionFormula(String formula) {
        return switch (formula) {
            case "TURNOVER" -> "（1－离职人数÷平均在岗人数）×100%";
            case "ON_DUTY" -> "有效人月÷（协议要求人数×月数）×100%";
            case "CERTIFIED_ON_DUTY" -> "持证有效人月÷（协议要求人数×月数）×100%";
            default -> formula;
        };
    }

    static String missing(String code) {
        return switch (code) {
            case "INSURED" -> "未购社保";
            case "PAID" -> "未发工资";
            default -> code;
        };
    }

    static String resource(String kind) {
        return switch (kind) {
            case "CASH" -> "资金";
            case "IN_KIND" -> "物资";
            case "SERVICE" -> "服务";
            case "VENUE" -> "场地";
            default -> kind;
        };
    }

    static String session(String kind) {
        return switch (kind) {
            case "TRAINING" -> "培训";
            case "SUPERVISION" -> "督导";
            default -> kind;
        };
    }

    static String answering(String group) {
        return switch (group) {
            case "SERVICE_USER" -> "服务对象";
            case "COMMUNITY_COMMITTEE" -> "村（居）委会";
            case "PARTNER" -> "合作单位";
            default -> group;
        };
    }

    static String raised(String stage) {
        return switch (stage) {
            case "MIDTERM" -> "中期评估";
            case "FINAL" -> "末期评估";
            default -> stage;
        };
    }

    static String remediation(String status) {
        return switch (status) {
            case "DONE" -> "已完成";
            case "PARTIAL" -> "部分完成";
            case "OPEN", "NOT_DONE" -> "未完成";
            default -> status;
        };
    }

    static String concern(String state) {
        return switch (state) {
            case "OPEN" -> "待整改";
            case "PLANNED" -> "已定措施";
            case "UNDER_WAY" -> "整改中";
            case "DONE" -> "已整改，待核实";
            case "RETURNED" -> "核实未通过";
            case "ACCEPTED" -> "已核实";
            default -> state;
        };
    }

    static String rule(String rule) {
        return switch (rule) {
            case "DECLARED_VS_RECORDED" -> "申报量与平台记录量";
            case "ALLOCATION_VS_AGREEMENT" -> "片区分解量与协议量";
            case "CLAIM_VS_COMPUTED" -> "文中数据与核算结果";
            default -> rule;
        };
    }
}
