package cn.mingjian.acceptance;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;

/** What follows in the portals once all have submitted: objections, closing, remediation, an appeal. */
final class PortalAftermath {

    private final PortalRound round;

    PortalAftermath(PortalRound round) {
        this.round = round;
    }

    void theOperatorObjectsAndTheBureauDecides(Visitor operator, Visitor bureau) {
        operator.open(round.path() + "/report").hears("初稿（征求意见）");
        operator.tab("意见");
        operator.page()
                .getByLabel("有异议", new Page.GetByLabelOptions().setExact(true))
                .check();
        operator.type("意见内容", "服务成效一项请再核。").press("提交意见", "提交", "意见已提交").looks("feedback");
        try (Visitor thirdParty = round.lead("third-party")) {
            thirdParty
                    .open(round.path() + "/feedback")
                    .choose("承办方的态度", "有异议")
                    .type("现场反馈的内容", "现场对探访次数有不同意见。")
                    .press("登记现场反馈", "登记", "现场反馈已登记")
                    .looks("feedback");
        }
        bureau.open(round.path() + "/claims")
                .paste(0, List.of("汇报材料\t入户探访完成量\t121"))
                .press("保存", "文中数据已登记")
                .hears("121")
                .looks("claims");
        bureau.open(round.path() + "/feedback")
                .looks("feedback")
                .type("裁定理由：承办方第 1 条", "已按口径核对，评分无误。")
                .press("不成立：承办方第 1 条", "不成立", "裁定已记录");
    }

    void anUpheldObjectionReopensOnePartysSheets(Visitor operator, Visitor bureau) {
        operator.type("意见内容", "探访记录已补齐，请再核。").press("提交意见", "提交", "意见已提交");
        bureau.open(round.path() + "/feedback")
                .choose("成立的，由哪一方更正评分：承办方第 2 条", "第三方")
                .type("裁定理由：承办方第 2 条", "情况属实。")
                .press("成立：承办方第 2 条", "成立", "裁定已记录")
                .hears("由第三方更正评分");
        try (Visitor thirdParty = round.lead("third-party")) {
            thirdParty
                    .open(round.path() + "/amendment")
                    .choose("依据的异议", "承办方第 2 条")
                    .type("更正的理由", "核对原始记录后更正")
                    .choose("第 1 行项目", "TP.1")
                    .type("第 1 行更正为", "52")
                    .type("第 1 行说明", "记录齐全")
                    .looks("amendment")
                    .press("更正", "更正", "评分已更正");
        }
        bureau.open(round.path() + "/result").hears("各版结果").hears("85.55").looks("result");
        bureau.press("第 1 版结果的由来").hears("按总分所达到的等级起点分确定");
        // A link of two characters is printed without the gap that a button has between them.
        bureau.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName("总分").setExact(true))
                .click();
        bureau.press("第三方加权得分").press("第三方原始分").press("服务质量").press("服务开展").hears("（评分表第 1 版）");
    }

    void theBureauClosesAndIssues(Visitor bureau) {
        bureau.open(round.path() + "/feedback").press("办结评估", "办结评估", "评估已办结").open("/");
        // The board hears of it in a moment, and the page asks again after half a minute.
        bureau.page()
                .getByTestId("work-" + round.code())
                .getByText("签发报告")
                .click(new Locator.ClickOptions().setTimeout(60_000));
        bureau.hears("待签发").press("签发报告", "签发", "报告已签发");
    }

    void whatWasOfConcernIsRemedied(Visitor operator, Visitor bureau) {
        operator.open(round.path() + "/remediation")
                .press("填写整改情况：探访档案可再细化")
                .type("责任人（岗位）：探访档案可再细化", "站长")
                .type("完成期限：探访档案可再细化", "2024-06-30")
                .choose("状态：探访档案可再细化", "已整改")
                .type("整改措施：探访档案可再细化", "逐份补齐跟进计划")
                .type("佐证（完成时须填写；文件在下方上传后写明文件名）：探访档案可再细化", "跟进计划台账")
                .looks("remediation")
                .press("保存整改情况：探访档案可再细化", "整改情况已保存");
        bureau.open(round.path() + "/remediation")
                .type("核实意见：探访档案可再细化", "抽查十份，均已补齐")
                .looks("remediation")
                .press("核实通过：探访档案可再细化", "核实通过", "核实结论已记录")
                .hears("已核实");
        operator.open(round.path() + "/remediation").hears("抽查十份，均已补齐");
    }

    void theOperatorAppealsInVain(Visitor operator, Visitor bureau) {
        operator.open(round.path() + "/appeal").type("申诉理由", "服务成效的得分偏低。").press("提出申诉", "提出申诉", "申诉已提出");
        bureau.open(round.path() + "/appeal")
                .type("裁定理由：第 1 项申诉", "得分有据。")
                .looks("appeal")
                .press("不成立：第 1 项申诉", "不成立", "申诉已裁定");
    }

    void aVetoIsHeardAndRefused(Visitor operator, Visitor bureau) {
        bureau.open(round.path() + "/veto")
                .type("事项", "虚报服务量")
                .type("事实与理由", "有居民反映两次探访未发生。")
                .type("依据", "来电记录、探访台账")
                .press("登记", "登记", "虚报服务量");
        operator.open("/").hears("有一票否决事项，请准备陈述");
        operator.open(round.path() + "/veto").hears("有居民反映两次探访未发生。").looks("veto");
        bureau.type("听取陈述的日期：第 1 项", "2024-04-20")
                .type("承办方的陈述：第 1 项", "两次探访均有照片和签名。")
                .press("登记陈述：第 1 项", "登记", "陈述已登记")
                .type("裁定理由：第 1 项", "经核对照片和签名，探访属实。")
                .looks("veto")
                .press("不成立：第 1 项", "不成立", "已裁定");
    }
}
