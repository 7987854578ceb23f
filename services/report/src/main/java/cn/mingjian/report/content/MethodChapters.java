package cn.mingjian.report.content;

import cn.mingjian.platform.number.Figures;
import cn.mingjian.report.content.Block.Cell;
import cn.mingjian.report.content.Block.Row;
import cn.mingjian.report.source.EvaluationFile;
import cn.mingjian.report.source.EvaluationFile.Grade;
import cn.mingjian.report.source.EvaluationFile.Policy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** 二、评估方法 and 三、评估原则: who evaluates by which policy, and what everybody is held to. */
final class MethodChapters {

    private MethodChapters() {}

    static ReportContent.Section method(EvaluationFile evaluation, Sheet.Numbers numbers) {
        Policy policy = evaluation.policy();
        Sheet sheet = Sheet.chapter(2, "评估方法", numbers);
        sheet.heading("评估主体与权重");
        sheet.text("本次评估由第三方、督导中心、购买方、监督方四方依据服务协议和评估指标体系分别实施，满分为100分，各方权重及评分汇总方式见下表。");
        List<Row> parties = new ArrayList<>();
        policy.parties()
                .forEach(party -> parties.add(Sheet.row(
                        Cell.text(Wording.party(party.party())),
                        Cell.text(party.organisation()),
                        Cell.number(party.weight() + "%"),
                        Cell.text(Wording.aggregation(party.aggregation())))));
        sheet.table("评估主体、权重及汇总方式", List.of("14", "36", "12", "38"), List.of("评估主体", "机构", "权重", "汇总方式"), parties);

        sheet.heading("数据核算");
        sheet.text(window(evaluation));
        sheet.text(staffing(policy));

        sheet.heading("评分与保密");
        sheet.text("评委签署廉洁责任承诺书后方可评分，应当回避的评委不参加评分。四方全部提交之前，任何一方均看不到其他方的评分和意见。" + "评分表一经提交即行固定，确需更正的，另行说明理由并保留更正前后的记录。");

        sheet.heading("计分与等级");
        sheet.text("各评分项取有效评分的汇总值，按满分100分折算为该方得分，再乘以权重得出加权得分。" + rounding(policy.rounding()));
        sheet.text("评估等级按总分确定，各等级下限包含本数：" + grades(policy.grades()) + "。存在经认定的一票否决情形的，直接确定为最低等级。");
        return sheet.section();
    }

    private static String window(EvaluationFile evaluation) {
        StringBuilder text = new StringBuilder("数据核算期为");
        text.append(Wording.day(evaluation.evidence().from())).append("至");
        text.append(Wording.day(evaluation.evidence().to())).append("，现场评估日期为");
        text.append(Wording.day(evaluation.onSite())).append("。");
        text.append("指标完成量以承办方申报数为准，完成率为完成量与协议量之比；各项数据在评分开始前冻结，评分、结果和本报告引用同一版本。");
        EvaluationFile.RecordsPolicy records = evaluation.policy().records();
        if (records != null && records.expected()) {
            text.append("申报数与社会工作智慧管理平台已审核的服务记录逐项核对，不一致之处在本报告中列明。");
        }
        return text.toString();
    }

    private static String staffing(Policy policy) {
        EvaluationFile.StaffingPolicy staffing = policy.staffing();
        if (staffing == null) {
            return "";
        }
        return "人员到岗按月核算：当月%d日之后入职或当月%d日及之前离职的，计半个人月。稳岗率采用%s，即%s。"
                .formatted(
                        staffing.halfMonthAfterDay(),
                        staffing.halfMonthAfterDay(),
                        Wording.retention(staffing.retention()),
                        Wording.retentionFormula(staffing.retention()));
    }

    private static String rounding(String rounding) {
        return switch (rounding) {
            case "PER_PARTY" -> "各方加权得分四舍五入保留两位小数，总分为各方加权得分之和。";
            case "AT_END" -> "各方加权得分按精确值相加，总分四舍五入保留两位小数。";
            default -> "";
        };
    }

    private static String grades(List<Grade> grades) {
        List<Grade> descending = grades.stream()
                .sorted(Comparator.comparing((Grade grade) -> Figures.parse(grade.from()))
                        .reversed())
                .toList();
        List<String> bands = new ArrayList<>();
        for (int i = 0; i < descending.size(); i++) {
            Grade grade = descending.get(i);
            if (i == 0) {
                bands.add(grade.from() + "分及以上为" + grade.grade());
            } else if (i == descending.size() - 1) {
                bands.add("不足" + descending.get(i - 1).from() + "分为" + grade.grade());
            } else {
                bands.add(grade.from() + "分及以上、不足" + descending.get(i - 1).from() + "分为" + grade.grade());
            }
        }
        return String.join("；", bands);
    }

    static ReportContent.Section principles(Sheet.Numbers numbers) {
        return Sheet.chapter(3, "评估原则", numbers)
                .point("（一）实事求是。", "承办方如实提供资料并对其真实性负责，评估只采信有据可查的数据和记录。")
                .point("（二）独立公正。", "四方各自独立评分，互不商议、互不影响，以同一套指标和口径对待每一个站点。")
                .point("（三）数据可核。", "报告中的每一项数据均可追溯到来源、版本和计算公式，数据之间不一致的如实列出，不作取舍和掩饰。")
                .point("（四）以评促建。", "评估意见力求具体可行，既肯定成效，也指明需要关注的事项，并跟踪后续整改。")
                .point("（五）回避监督。", "与被评估方有利害关系的评委应当回避；承办方有权了解评估团队组成、申请回避，并对报告初稿提出异议。")
                .point("（六）尊重保密。", "评估中接触的服务对象和从业人员信息依法保密，报告中的社工一律以编号表示。")
                .section();
    }
}
