package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What the bureau and the operator do in the portals before anybody scores. */
final class PortalPreparation {

    /** Whose evaluator is asked first; the others are named at once. */
    private static final String INVITED = "supervisor";

    private final PortalRound round;

    PortalPreparation(PortalRound round) {
        this.round = round;
    }

    void theBureauPreparesStationAgreementAndAccounts(Visitor bureau) {
        bureau.open("/setup")
                .type("站点编码", round.station())
                .type("名称", round.stationName())
                .type("镇街", "测试镇")
                .type("成立年月", "2020-01")
                .press("登记站点", "站点已登记")
                .hears("当前站点：门户测试站");
        bureau.press("下一步：服务协议");
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
                .paste(2, List.of("visits\t\t100", "visits\tA1\t110", "cases\t\t10"))
                .press("保存服务协议", "服务协议已保存");
        bureau.press("下一步：建立账号");
        String first = account(bureau, round.operator(), "承办方", "承办方");
        anotherFirstPasswordIsIssuedAndOpensTheDoorOnce(bureau, first);
        PortalRound.EVALUATORS.forEach(
                (role, code) -> account(bureau, round.account(code), "评委", PortalRound.title(role)));
        for (String member : List.of(PortalRound.LEAVING, PortalRound.ON_PAPER))
            account(bureau, round.account(member), "评委", "第三方评估");
        String mistaken = round.account("mistaken");
        account(bureau, mistaken, "评委", "监督方");
        bureau.press("收回 " + mistaken + " 的监督方角色", "收回角色", "角色已收回");
        PlaywrightAssertions.assertThat(bureau.page().getByLabel("为 " + mistaken + " 发放首次密码"))
                .hasCount(0);
    }

    /** The new account's first password, which the bureau is told once. */
    private static String account(Visitor bureau, String username, String displayName, String role) {
        bureau.type("用户名", username)
                .type("显示名称", displayName)
                .choose("角色", role)
                .press("建立账号", "账号已建立");
        String password = told(bureau);
        bureau.hears(username);
        return password;
    }

    private static String told(Visitor bureau) {
        bureau.hears("请现在转交密码");
        String password = bureau.page().getByTestId("password").textContent().strip();
        bureau.press("已抄录");
        PlaywrightAssertions.assertThat(bureau.page().getByTestId("password"))
                .not()
                .isVisible();
        return password;
    }

    /**
     * The operator has lost the first password: it opens nothing any more, the second one only leads to one of its own, and then
     * the bureau can issue none.
     */
    private void anotherFirstPasswordIsIssuedAndOpensTheDoorOnce(Visitor bureau, String first) {
        bureau.press("为 " + round.operator() + " 发放首次密码", "发放首次密码", "首次密码已发放");
        String second = told(bureau);
        try (BrowserContext session = round.browser().session()) {
            Page page = round.browser().open(session.newPage(), "/operator");
            for (String password : List.of(first, second)) {
                page.fill("#username", round.operator());
                page.fill("#password", password);
                page.click("#kc-login");
                if (password.equals(first))
                    PlaywrightAssertions.assertThat(page.getByText("用户名或密码不对")).isVisible();
            }
            page.fill("#password-new", "tea-and-rice-12");
            page.fill("#password-confirm", "tea-and-rice-12");
            page.locator("#kc-submit, [type=submit]").first().click();
            PlaywrightAssertions.assertThat(page.getByTestId("account")).hasText(round.operator());
        }
        bureau.press("为 " + round.operator() + " 发放首次密码", "发放首次密码", "使用人已设置自己的密码");
        bureau.press("知道了");
    }

    void theBureauBringsARubricIn(Visitor bureau) throws IOException {
        StringBuilder yaml = new StringBuilder("code: " + round.rubric() + "\nversion: '1'\nstep: '0.5'\nparties:\n");
        PortalRound.EVALUATORS.forEach((role, code) -> yaml.append(
                """
                      %1$s:
                      - code: %2$s
                        name: 服务质量
                        items:
                        - {code: %2$s.1, name: 服务开展, max: '60'}
                        - {code: %2$s.2, name: 服务成效, max: '40'}
                    """.formatted(PortalRound.party(role), code.substring(0, 2).toUpperCase(Locale.ROOT))));
        Path file = Files.writeString(round.folder().resolve("rubric.yaml"), yaml);
        bureau.open("/rubrics")
                .upload("文件", file)
                .press("导入", "已导入为草稿")
                .press("发布 " + round.rubric() + " 第 1 版", "发布", "已发布");
    }

    void theBureauOpensTheRound(Visitor bureau) {
        bureau.open("/setup").press("选用 " + round.stationName()).hears("当前站点：门户测试站");
        bureau.tab("4. 开启评估");
        bureau.type("评估编码", round.code())
                .type("名称", round.title())
                .choose("服务协议", "portal-2024")
                .type("证据期间自（月初）", "2024-01-01")
                .type("证据期间至（月末）", "2024-03-30")
                .type("实地评估日期", "2024-04-10")
                .type("报告日期", "2024-04-30")
                .choose("公布", "公布各方得分")
                .choose("市平台的服务记录", "不纳入");
        IntStream.rangeClosed(1, 4).forEach(row -> bureau.type("第 " + row + " 行机构：评估方", "第" + row + "机构"));
        aRefusedDateIsMarkedUntilItIsWrittenAnew(bureau);
        bureau.press("开启评估", "开启评估", "评估已开启").hears("还没有选定评估指标");
        bureau.choose("从指标库选用", round.rubric()).press("选用", "已选定评估指标");
        anEvaluatorIsInvitedAndAccepts(bureau);
        bureau.open(round.path() + "/panel")
                .press("列入已接受邀请的 1 名评委")
                .choose("第 1 行职责", "组长")
                .looks("panel");
        List<String> members = new ArrayList<>();
        PortalRound.EVALUATORS.forEach((role, code) -> {
            if (!role.equals(INVITED)) members.add(member(role, code, "组长"));
        });
        for (String code : List.of(PortalRound.LEAVING, PortalRound.ON_PAPER))
            members.add(member("third-party", code, "组员"));
        bureau.paste(0, members).press("公布评估团队", "公布", "评估团队已公布");
    }

    private static void aRefusedDateIsMarkedUntilItIsWrittenAnew(Visitor bureau) {
        Locator end = field(bureau, "证据期间至（月末）");
        bureau.press("开启评估", "开启评估", "不是某月最后一天");
        PlaywrightAssertions.assertThat(end).isFocused();
        bureau.looks("refused");
        PlaywrightAssertions.assertThat(end).hasAttribute("aria-invalid", "true");
        PlaywrightAssertions.assertThat(end).hasValue("2024年3月30日");
        end.fill("2024/3/31");
        end.press("Tab");
        PlaywrightAssertions.assertThat(end).hasValue("2024年3月31日");
        PlaywrightAssertions.assertThat(end).not().hasAttribute("aria-invalid", "true");
    }

    private static Locator field(Visitor visitor, String label) {
        return visitor.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    private void anEvaluatorIsInvitedAndAccepts(Visitor bureau) {
        String code = PortalRound.EVALUATORS.get(INVITED);
        bureau.open("/evaluators")
                .type("机构编码", "union-" + round.mark())
                .type("机构名称", "市社会组织联合会" + round.mark())
                .type("其他名称", "社联" + round.mark())
                .press("登记机构", "机构已登记")
                .type("编码", code + "-" + round.mark())
                .type("称呼", "评委" + code)
                .choose("站点", round.stationName())
                .choose("账号", round.account(code))
                .type("单位", "市社会组织联合会")
                .type("专长", "财务、老年服务")
                .press("保存", "已登记")
                .looks("evaluators");
        bureau.open(round.path() + "/panel")
                .press("邀请 评委" + code)
                .choose("代表哪一方", PortalRound.partyTitle(INVITED))
                .type("附言（可不填）", "请于月底前答复。")
                .press("发出邀请", "邀请已发出");
        try (Visitor invited = round.evaluator(INVITED, code)) {
            invited.hears("参加《" + round.title() + "》").looks("invited").press("接受：" + round.title(), "接受", "已答复");
            assertThat(invited.faults()).isEmpty();
        }
    }

    private String member(String role, String code, String duty) {
        return String.join(
                "\t",
                code,
                PortalRound.partyTitle(role),
                "评委" + code,
                duty,
                round.account(code) + "（" + PortalRound.title(role) + "）");
    }

    void theOperatorAsksForARecusalInVain(Visitor operator, Visitor bureau) {
        operator.open(round.path() + "/team")
                .press("申请回避：评委" + PortalRound.ON_PAPER)
                .type("理由", "曾有劳动争议")
                .press("提交申请", "回避申请已提交");
        bureau.open(round.path() + "/progress")
                .press("承办方申请，待裁定：评委" + PortalRound.ON_PAPER)
                .hears("曾有劳动争议")
                .type("裁定理由", "查无实据")
                .press("不予回避", "已裁定");
        operator.open(round.path() + "/team").hears("申请未获同意").hears("以其他理由再次申请").looks("team");
    }

    void theBureauSetsADeadline(Visitor bureau) {
        bureau.open(round.path() + "/progress").press("设定截止时间：监督方");
        Locator due = field(bureau, "截止时间");
        due.fill("2099-12-31 18:00");
        due.press("Tab");
        bureau.press("保存", "截止时间已设定").hears("2099年12月31日");
    }

    void theOperatorHandsIn(Visitor operator) {
        operator.page().getByTestId("work-" + round.code()).click();
        operator.press("按协议列出应填的 3 行")
                .type("第 1 行完成量", "120")
                .type("第 2 行完成量", "120")
                .type("第 3 行完成量", "10")
                .press("保存申报完成量", "申报完成量已保存");
        operator.segment("人员名册");
        operator.paste(
                        0,
                        List.of(
                                "W1\t社工\t第一片区\t中级\t2020-01-01\t2024-12-31\t\t\t2018-01-01\t",
                                "W2\t社工\t第一片区\t助理\t2021-01-01\t2024-12-31\t\t\t2020-01-01\t"))
                .press("保存人员名册", "人员名册已保存");
        operator.segment("逐月考勤");
        PlaywrightAssertions.assertThat(field(operator, "第 6 行编号")).hasValue("W2");
        PlaywrightAssertions.assertThat(field(operator, "第 6 行月份")).hasValue("2024年3月");
        for (String held : List.of("在岗", "参保", "发薪"))
            field(operator, "全部" + held).check();
        operator.press("保存逐月考勤", "逐月考勤已保存");
        operator.open("/").hears("有 1 处数据不一致等您说明");
        operator.open(round.path() + "/evidence")
                .type("入户探访各片区分解量合计与协议量不一致的原因", "分解量含备用名额。")
                .press("保存说明", "说明已保存");
        operator.tab("自评");
        operator.type("概述", "全年按协议开展服务。").press("保存自评", "自评已保存");
        operator.open("/notifications")
                .type("邮箱（不填则不发邮件）", "operator@example.invalid")
                .press("保存邮件提醒", "邮件提醒已保存");
    }
}
