package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A whole evaluation through the six portals and nothing else, from registering a station to reading the issued report. What
 * no portal does is giving a new account its first password: that is the directory's administrator's.
 */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class PortalRoundIT {

    private static final String MARK = Long.toString(System.currentTimeMillis(), 36);
    private static final String STATION = "portal-" + MARK;
    private static final String ROUND = "round-" + MARK;
    private static final String RUBRIC = "rubric-" + MARK;
    private static final Map<String, String> EVALUATORS =
            Map.of("third-party", "tp-1", "supervisory-center", "sc-1", "purchaser", "pu-1", "supervisor", "sv-1");

    /** Of the third party beside its lead: one goes in the middle, one scores on paper. */
    private static final String LEAVING = "tp-2";

    private static final String ON_PAPER = "tp-3";

    private static Browser browser;
    private static Doors doors;

    @TempDir
    private static Path folder;

    @BeforeAll
    static void theDistrictIsThere(RunningPlatform platform) throws Exception {
        var ending = platform.evaluate(RunningPlatform.DAGANG, folder.resolve("out"));
        assertThat(ending.code()).as(ending.said()).isZero();
        doors = new Doors(platform);
        browser = new Browser(platform.addresses().get("portal").asText());
    }

    @AfterAll
    static void theBrowserCloses() {
        if (browser != null) browser.close();
    }

    @Test
    void aRoundGoesThroughTheSixPortals() throws IOException {
        try (Visitor bureau = visitor("bureau", "bureau@nansha")) {
            theBureauPreparesStationAgreementAndAccounts(bureau);
            theBureauBringsARubricIn(bureau);
            theBureauOpensTheRound(bureau);
            try (Visitor operator = visitor("operator", operator())) {
                theOperatorHandsIn(operator);
                theTeamPledgesAndTheBureauFreezes(bureau);
                anEvaluatorLeavesInTheMiddle(bureau);
                anotherScoresOnPaper();
                EVALUATORS.forEach(this::anEvaluatorScoresAndSubmits);
                theOperatorObjectsAndTheBureauDecides(operator, bureau);
                anUpheldObjectionReopensOnePartysSheets(operator, bureau);
                theBureauClosesAndIssues(bureau);
                whatWasOfConcernIsRemedied(operator, bureau);
                theOperatorAppealsInVain(operator, bureau);

                operator.open("/evaluations/" + ROUND + "/history")
                        .hears("公布评估团队")
                        .looks("history");
                operator.open("/evaluations/" + ROUND + "/report").hears("已签发");
                operator.page().frameLocator("iframe").getByText("良好").first().waitFor();
                assertThat(operator.faults()).isEmpty();
            }
            bureau.open("/board?text=" + MARK).hears("门户测试站");
            assertThat(bureau.faults()).isEmpty();
        }
        JsonNode result = doors.person("bureau", "bureau@nansha")
                .ask(Request.get("scoring", "/v1/evaluations/" + ROUND + "/result"));
        assertThat(result.get("total").asText()).isEqualTo("85.55");
        assertThat(result.get("grade").asText()).isEqualTo("良好");
    }

    private void theBureauPreparesStationAgreementAndAccounts(Visitor bureau) {
        bureau.open("/setup")
                .type("站点编码", STATION)
                .type("名称", "门户测试站" + MARK)
                .type("镇街", "测试镇")
                .type("成立年月", "2020-01")
                .press("登记站点", "站点已登记")
                .hears("当前站点：门户测试站");
        tab(bureau, "2. 服务协议");
        bureau.type("协议编码", "portal-2024")
                .type("承办机构", "测试社会工作服务中心")
                .type("自", "2024-01-01")
                .type("至", "2024-12-31")
                .type("服务年度自", "2024-01-01")
                .type("服务年度至", "2024-12-31")
                .type("年度经费（元）", "500000.00")
                .type("应配人数", "2")
                .paste(0, List.of("A1\t第一片区\t2\t东村|西村"))
                .paste(1, List.of("visits\t入户探访\t次\t分片区\t数量\tVISIT\t次数", "cases\t个案\t个\t全站\t数量\tCASE\tCOUNT"))
                .paste(2, List.of("visits\t\t100", "visits\tA1\t100", "cases\t\t10"))
                .press("保存服务协议", "服务协议已保存");
        tab(bureau, "3. 账号");
        account(bureau, operator(), "承办方", "承办方");
        EVALUATORS.forEach((role, code) -> account(bureau, ROUND + "." + code, "评委", title(role)));
        for (String member : List.of(LEAVING, ON_PAPER)) account(bureau, ROUND + "." + member, "评委", "第三方评估");
    }

    private static void account(Visitor bureau, String username, String displayName, String role) {
        bureau.type("用户名", username)
                .type("显示名称", displayName)
                .choose("角色", role)
                .press("建立账号", "账号已建立")
                .hears(username);
    }

    private void theBureauBringsARubricIn(Visitor bureau) throws IOException {
        StringBuilder yaml = new StringBuilder("code: " + RUBRIC + "\nversion: '1'\nstep: '0.5'\nparties:\n");
        EVALUATORS.forEach((role, code) ->
                yaml.append("""
                      %1$s:
                      - code: %2$s
                        name: 服务质量
                        items:
                        - {code: %2$s.1, name: 服务开展, max: '60'}
                        - {code: %2$s.2, name: 服务成效, max: '40'}
                    """.formatted(party(role), code.substring(0, 2).toUpperCase(java.util.Locale.ROOT))));
        Path file = Files.writeString(folder.resolve("rubric.yaml"), yaml);
        bureau.open("/rubrics").upload("文件", file).press("导入", "已导入为草稿").press("发布 " + RUBRIC + " 第 1 版", "发布", "已发布");
    }

    private void theBureauOpensTheRound(Visitor bureau) {
        bureau.open("/setup").press("选用 门户测试站" + MARK).hears("当前站点：门户测试站");
        tab(bureau, "4. 开启评估");
        bureau.type("评估编码", ROUND)
                .type("名称", "门户测试站" + MARK + "末期评估")
                .choose("服务协议", "portal-2024")
                .type("证据期间自（月初）", "2024-01-01")
                .type("证据期间至（月末）", "2024-03-31")
                .type("实地评估日期", "2024-04-10")
                .type("报告日期", "2024-04-30")
                .choose("公布", "公布各方得分")
                .choose("市平台的服务记录", "不纳入");
        IntStream.rangeClosed(1, 4).forEach(row -> bureau.type("第 " + row + " 行机构", "第" + row + "机构"));
        bureau.press("开启评估", "评估已开启").hears("还没有选定评估指标");
        bureau.choose("从指标库选用", RUBRIC).press("选用", "已选定评估指标");
        List<String> members = new ArrayList<>();
        EVALUATORS.forEach((role, code) -> members.add(member(role, code, "组长")));
        for (String code : List.of(LEAVING, ON_PAPER)) members.add(member("third-party", code, "组员"));
        bureau.paste(0, members).press("保存评估团队", "评估团队已保存");
    }

    private static String member(String role, String code, String duty) {
        return String.join(
                "\t", code, partyTitle(role), "评委" + code, duty, ROUND + "." + code + "（" + title(role) + "）");
    }

    private void theOperatorHandsIn(Visitor operator) {
        operator.page().getByTestId("work-" + ROUND).click();
        operator.press("按协议列出应填的 3 行")
                .type("第 1 行完成量", "120")
                .type("第 2 行完成量", "120")
                .type("第 3 行完成量", "10")
                .press("保存申报完成量", "申报完成量已保存");
        segment(operator, "人员名册");
        operator.paste(
                        0,
                        List.of(
                                "W1\t社工\t第一片区\t中级\t2020-01-01\t2024-12-31\t\t\t2018-01-01\t",
                                "W2\t社工\t第一片区\t助理\t2021-01-01\t2024-12-31\t\t\t2020-01-01\t"))
                .press("保存人员名册", "人员名册已保存");
        segment(operator, "逐月考勤");
        operator.paste(
                        0,
                        List.of("W1", "W2").stream()
                                .flatMap(worker -> IntStream.rangeClosed(1, 3)
                                        .mapToObj(month -> worker + "\t2024-0" + month + "\t是\t是\t是"))
                                .toList())
                .press("保存逐月考勤", "逐月考勤已保存");
        tab(operator, "自评");
        operator.type("概述", "全年按协议开展服务。").press("保存自评", "自评已保存");
        operator.open("/notifications")
                .type("邮箱（不填则不发邮件）", "operator@example.invalid")
                .press("保存邮件提醒", "邮件提醒已保存");
    }

    private void theTeamPledgesAndTheBureauFreezes(Visitor bureau) {
        EVALUATORS.forEach(this::pledges);
        for (String member : List.of(LEAVING, ON_PAPER)) pledges("third-party", member);
        aResidentAnswersTheQuestionnaire();
        bureau.open("/evaluations/" + ROUND + "/progress").press("冻结证据", "冻结证据", "证据已冻结");
    }

    private void pledges(String role, String code) {
        try (Visitor evaluator = visitor(role, ROUND + "." + code)) {
            evaluator.page().getByTestId("work-" + ROUND).click();
            evaluator.page().getByLabel("我已阅读并承诺遵守").check();
            evaluator.press("签署承诺书", "已签署").hears("指标完成情况");
        }
    }

    private void anEvaluatorLeavesInTheMiddle(Visitor bureau) {
        try (Visitor evaluator = visitor("third-party", ROUND + "." + LEAVING)) {
            evaluator
                    .open("/evaluations/" + ROUND + "/pledge")
                    .type("理由", "新近在承办机构兼职")
                    .press("申请回避", "申请回避", "回避申请已提交");
            bureau.open("/evaluations/" + ROUND + "/progress")
                    .press("决定评委" + LEAVING + "的回避申请")
                    .type("决定的理由", "情况属实")
                    .press("同意回避", "已回避");
            evaluator.open("/evaluations/" + ROUND + "/sheet").hears("回避已生效");
            assertThat(evaluator.faults()).isEmpty();
        }
    }

    /** The one who wrote on paper types it in with the scan; the lead compares and submits it. */
    private void anotherScoresOnPaper() {
        try (Visitor member = visitor("third-party", ROUND + "." + ON_PAPER);
                Visitor lead = visitor("third-party", ROUND + "." + EVALUATORS.get("third-party"))) {
            member.open("/evaluations/" + ROUND + "/attachments")
                    .upload("上传附件（PDF、图片、Word、Excel，不超过 10 MB）", scan())
                    .press("上传", "已上传")
                    .hears("scan.png");
            tab(member, "纸质评分表");
            member.choose("评委", "评委" + ON_PAPER)
                    .type("填写日期", "2024-04-10")
                    .choose("扫描件（先在“附件”中上传）", "scan.png")
                    .type("第 1 行得分（NA 为不适用）", "52")
                    .type("第 2 行得分（NA 为不适用）", "34")
                    .press("录入", "纸质评分表已录入");
            lead.open("/evaluations/" + ROUND + "/paper")
                    .choose("评委", "评委" + ON_PAPER)
                    .looks("paper")
                    .press("核对无误，提交", "提交", "已核对并提交");
            assertThat(lead.faults()).isEmpty();
        }
    }

    private static Path scan() {
        try {
            Path file = folder.resolve("scan.png");
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void aResidentAnswersTheQuestionnaire() {
        try (Visitor thirdParty = visitor("third-party", ROUND + "." + EVALUATORS.get("third-party"));
                BrowserContext nobody = browser.session()) {
            thirdParty.open("/evaluations/" + ROUND + "/fieldwork");
            theThirdPartyPreparesItsVisit(thirdParty);
            tab(thirdParty, "满意度问卷");
            thirdParty
                    .type("第 1 行份数", "1")
                    .press("建立问卷", "问卷已建立")
                    .type("增发份数", "1")
                    .press("增发", "已增发")
                    .press("印制 2 份问卷", "请现在打印");
            String code = thirdParty.page().locator("figcaption code").first().textContent();

            Page resident = nobody.newPage();
            browser.open(resident, "/questionnaire#" + code);
            PlaywrightAssertions.assertThat(resident.getByText("您对社工站的服务满意吗？")).isVisible();
            assertThat(browser.faults(resident)).isEmpty();
            resident.getByLabel("非常满意").check();
            resident.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提 交"))
                    .click();
            PlaywrightAssertions.assertThat(resident.getByText("已收到您的回答")).isVisible();

            thirdParty.press("已打印，返回列表", "离开", "网页").press("收结问卷", "收结", "问卷已收结");
            assertThat(thirdParty.faults()).isEmpty();
        }
    }

    private static void theThirdPartyPreparesItsVisit(Visitor thirdParty) {
        thirdParty.type("实地评估日期", "2024-04-10").type("通知内容", "请备齐全年服务档案。").press("发出通知", "通知已发出");
        tab(thirdParty, "实地安排");
        thirdParty
                .paste(0, List.of("2024-04-10\t09:00\t11:30\t东村服务点\t查阅档案\t评委tp-1、评委tp-3"))
                .press("保存实地安排", "实地安排已保存");
        tab(thirdParty, "场地检查");
        thirdParty
                .type("服务点编码", "dongcun")
                .press("检查另一个服务点")
                .type("检查日期", "2024-04-10")
                .type("第 1 行检查项", "活动室")
                .choose("第 1 行类别", "硬件设施")
                .choose("第 1 行结果", "符合")
                .press("保存检查结果", "检查结果已保存");
        tab(thirdParty, "档案抽样");
        thirdParty
                .type("抽样编码", "cases")
                .type("名称", "个案档案")
                .type("随机种子", "2024")
                .type("抽取份数", "2")
                .type("全部档案编号", "D1 D2 D3")
                .press("抽样", "抽样", "已抽样")
                .hears("从 3 份档案中抽取 2 份");
        thirdParty.looks("fieldwork");
    }

    private void anEvaluatorScoresAndSubmits(String role, String code) {
        try (Visitor evaluator = visitor(role, ROUND + "." + code)) {
            evaluator.page().getByTestId("work-" + ROUND).click();
            Locator first = evaluator.page().locator("input[id^=score-]").first();
            first.fill("51");
            first.press("Enter");
            evaluator.page().keyboard().type("34");
            PlaywrightAssertions.assertThat(evaluator.page().getByTestId("saving"))
                    .hasAttribute("data-state", "saved");
            evaluator.press("提交评分表", "提交", "评分表已提交");
            if (role.equals("third-party")) {
                tab(evaluator, "评估发现");
                evaluator
                        .press("添加一条")
                        .choose("类别", "需要关注")
                        .type("标题", "探访档案可再细化")
                        .type("内容", "部分探访记录缺少跟进计划，建议补齐。")
                        .press("保存", "评估发现已保存");
            }
            tab(evaluator, "本方提交");
            evaluator.press("代表本方提交", "提交", "本方评分已提交");
        }
    }

    private void theOperatorObjectsAndTheBureauDecides(Visitor operator, Visitor bureau) {
        operator.open("/evaluations/" + ROUND + "/report").hears("征求意见稿");
        tab(operator, "意见");
        operator.page()
                .getByLabel("有异议", new Page.GetByLabelOptions().setExact(true))
                .check();
        operator.type("意见内容", "服务成效一项请再核。").press("提交意见", "提交", "意见已提交").looks("feedback");
        try (Visitor thirdParty = visitor("third-party", ROUND + "." + EVALUATORS.get("third-party"))) {
            thirdParty
                    .open("/evaluations/" + ROUND + "/feedback")
                    .type("现场反馈的内容", "现场没有不同意见。")
                    .press("登记现场反馈", "登记", "现场反馈已登记")
                    .looks("feedback");
        }
        bureau.open("/evaluations/" + ROUND + "/claims")
                .paste(0, List.of("汇报材料\t入户探访完成量\t121"))
                .press("保存", "文中数据已登记")
                .hears("121")
                .looks("claims");
        bureau.open("/evaluations/" + ROUND + "/feedback")
                .looks("feedback")
                .type("裁定理由", "已按口径核对，评分无误。")
                .press("不成立", "不成立", "裁定已记录");
    }

    private void anUpheldObjectionReopensOnePartysSheets(Visitor operator, Visitor bureau) {
        operator.type("意见内容", "探访记录已补齐，请再核。").press("提交意见", "提交", "意见已提交");
        bureau.open("/evaluations/" + ROUND + "/feedback")
                .choose("成立的，由哪一方更正评分", "第三方")
                .type("裁定理由", "情况属实。")
                .press("成立", "成立", "裁定已记录")
                .hears("由第三方更正评分");
        try (Visitor thirdParty = visitor("third-party", ROUND + "." + EVALUATORS.get("third-party"))) {
            thirdParty
                    .open("/evaluations/" + ROUND + "/amendment")
                    .choose("依据的异议", "承办方第 2 条")
                    .type("更正的理由", "核对原始记录后更正")
                    .choose("第 1 行项目", "TP.1")
                    .type("第 1 行更正为", "52")
                    .type("第 1 行说明", "记录齐全")
                    .looks("amendment")
                    .press("更正", "更正", "评分已更正");
        }
        bureau.open("/evaluations/" + ROUND + "/result")
                .hears("各版结果")
                .hears("85.55")
                .looks("result");
    }

    private void theOperatorAppealsInVain(Visitor operator, Visitor bureau) {
        operator.open("/evaluations/" + ROUND + "/appeal")
                .type("申诉理由", "服务成效的得分偏低。")
                .press("提出申诉", "提出申诉", "申诉已提出");
        bureau.open("/evaluations/" + ROUND + "/appeal")
                .type("裁定理由", "得分有据。")
                .looks("appeal")
                .press("不成立", "不成立", "申诉已裁定");
    }

    private void whatWasOfConcernIsRemedied(Visitor operator, Visitor bureau) {
        operator.open("/evaluations/" + ROUND + "/remediation")
                .type("责任人（岗位）", "站长")
                .type("完成期限", "2024-06-30")
                .choose("状态", "已整改")
                .type("整改措施", "逐份补齐跟进计划")
                .type("佐证（完成时须填写；文件在下方上传后写明文件名）", "跟进计划台账")
                .looks("remediation")
                .press("保存整改情况", "整改情况已保存");
        bureau.open("/evaluations/" + ROUND + "/remediation")
                .type("核实意见", "抽查十份，均已补齐")
                .looks("remediation")
                .press("核实通过", "核实通过", "核实结论已记录")
                .hears("已核实");
        operator.open("/evaluations/" + ROUND + "/remediation").hears("抽查十份，均已补齐");
    }

    private void theBureauClosesAndIssues(Visitor bureau) {
        bureau.open("/evaluations/" + ROUND + "/feedback")
                .press("结束评估", "结束评估", "评估已结束")
                .open("/");
        // The board hears of it in a moment, and the page asks again after half a minute.
        bureau.page()
                .getByTestId("work-" + ROUND)
                .getByText("签发报告")
                .click(new Locator.ClickOptions().setTimeout(60_000));
        bureau.hears("待签发").press("签发报告", "签发", "报告已签发");
    }

    private Visitor visitor(String role, String username) {
        return new Visitor(browser, role, username, doors.password(username));
    }

    private static void tab(Visitor visitor, String name) {
        visitor.page()
                .getByRole(
                        AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    private static void segment(Visitor visitor, String name) {
        visitor.page()
                .getByTitle(name, new Page.GetByTitleOptions().setExact(true))
                .click();
    }

    private static String operator() {
        return "operator@" + STATION + ".nansha";
    }

    private static String party(String role) {
        return role.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
    }

    private static String title(String role) {
        return role.equals("third-party") ? "第三方评估" : partyTitle(role);
    }

    private static String partyTitle(String role) {
        return switch (role) {
            case "third-party" -> "第三方";
            case "supervisory-center" -> "督导中心";
            case "purchaser" -> "购买方";
            default -> "监督方";
        };
    }
}
