package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/** What the four parties do in their portals, and what goes wrong meanwhile. */
final class PortalScoring {

    private final PortalRound round;

    PortalScoring(PortalRound round) {
        this.round = round;
    }

    void theTeamPledgesAndTheBureauFreezes(Visitor bureau) {
        PortalRound.EVALUATORS.forEach(this::pledges);
        for (String member : List.of(PortalRound.LEAVING, PortalRound.ON_PAPER)) pledges("third-party", member);
        aResidentAnswersTheQuestionnaire();
        bureau.open(round.path() + "/progress").hears("承诺书均已签署").press("冻结数据", "冻结数据", "数据已冻结");
    }

    private void pledges(String role, String code) {
        try (Visitor evaluator = round.evaluator(role, code)) {
            evaluator.page().getByTestId("work-" + round.code()).click();
            evaluator.page().getByLabel("我已阅读并承诺遵守").check();
            evaluator.press("签署承诺书", "已签署").hears("指标完成情况");
        }
    }

    private void aResidentAnswersTheQuestionnaire() {
        try (Visitor thirdParty = round.lead("third-party");
                BrowserContext nobody = round.browser().session()) {
            thirdParty.open(round.path() + "/fieldwork");
            theThirdPartyPreparesItsVisit(thirdParty);
            thirdParty
                    .open("/")
                    .hears("建立满意度问卷")
                    .open(round.path() + "/fieldwork")
                    .tab("满意度问卷");
            thirdParty
                    .type("第 1 行份数", "1")
                    .press("建立问卷", "建立", "问卷已建立")
                    .type("增发份数", "1")
                    .press("增发", "增发", "已增发")
                    .press("印制 2 份问卷", "请现在打印");
            String code = thirdParty.page().locator("figcaption code").first().textContent();

            aMistypedCodeIsTypedAgain(nobody.newPage(), code);
            Page resident = nobody.newPage();
            round.browser().open(resident, "/questionnaire#" + code);
            PlaywrightAssertions.assertThat(resident.getByText("您对社工站的服务满意吗？")).isVisible();
            assertThat(round.browser().faults(resident)).isEmpty();
            resident.getByLabel("非常满意").check();
            resident.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("提 交"))
                    .click();
            PlaywrightAssertions.assertThat(resident.getByText("已收到您的回答")).isVisible();

            thirdParty.press("已打印，返回列表", "网页").press("截止问卷", "截止", "问卷已截止");
            thirdParty.open("/").hears("等待区民政局冻结数据");
            assertThat(thirdParty.faults()).isEmpty();
        }
    }

    private void aMistypedCodeIsTypedAgain(Page resident, String code) {
        round.browser().open(resident, "/questionnaire#0000-0000-0000-0000-0000-0000-0000-0000");
        PlaywrightAssertions.assertThat(resident.getByText("没有这个问卷码")).isVisible();
        resident.getByLabel("问卷码（印在问卷上，32 位）").fill(code);
        resident.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("打开问卷"))
                .click();
        PlaywrightAssertions.assertThat(resident.getByText("您对社工站的服务满意吗？")).isVisible();
    }

    private static void theThirdPartyPreparesItsVisit(Visitor thirdParty) {
        thirdParty.type("实地评估日期", "2024-04-10").type("通知内容", "请备齐全年服务档案。").press("发出通知", "发出", "通知已发出");
        thirdParty.tab("走访安排");
        thirdParty
                .paste(0, List.of("2024-04-10\t09:00\t11:30\t东村服务点\t查阅档案\t评委tp-1、评委tp-3"))
                .press("保存走访安排", "走访安排已保存");
        thirdParty.tab("现场检查");
        thirdParty
                .type("服务点编码", "dongcun")
                .press("检查服务点")
                .type("检查日期：服务点 dongcun", "2024-04-10")
                .type("第 1 行检查项：服务点 dongcun", "活动室")
                .choose("第 1 行类别：服务点 dongcun", "硬件设施")
                .choose("第 1 行结果：服务点 dongcun", "符合")
                .press("保存检查结果：服务点 dongcun", "检查结果已保存");
        thirdParty.tab("档案抽样");
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

    void anEvaluatorLeavesInTheMiddle(Visitor bureau) {
        try (Visitor evaluator = round.evaluator("third-party", PortalRound.LEAVING)) {
            evaluator
                    .open(round.path() + "/pledge")
                    .type("理由", "新近在承办机构兼职")
                    .press("申请回避", "申请回避", "回避申请已提交")
                    .hears("等待区民政局裁定");
            bureau.open(round.path() + "/progress")
                    .press("本人申请，待裁定：评委" + PortalRound.LEAVING)
                    .hears("新近在承办机构兼职")
                    .type("裁定理由", "情况属实")
                    .press("同意回避", "已回避")
                    .open(round.path() + "/panel")
                    .hears("不再参评");
            evaluator.open(round.path() + "/sheet").hears("回避已生效");
            assertThat(evaluator.faults()).isEmpty();
        }
    }

    /** The one who wrote on paper types it in with the scan; the lead compares and submits it. */
    void anotherScoresOnPaper() {
        try (Visitor member = round.evaluator("third-party", PortalRound.ON_PAPER);
                Visitor lead = round.lead("third-party")) {
            member.open(round.path() + "/attachments")
                    .upload("上传附件（PDF、图片、Word、Excel，不超过 10 MB）", scan())
                    .press("上传", "已上传")
                    .hears("scan.png");
            member.tab("纸质评分表");
            member.choose("评委", "评委" + PortalRound.ON_PAPER)
                    .type("填写日期", "2024-04-10")
                    .choose("扫描件（先在“附件”中上传）", "scan.png")
                    .type("第 1 行得分（NA 为不适用）", "52")
                    .type("第 2 行得分（NA 为不适用）", "34")
                    .press("录入", "录入", "纸质评分表已录入");
            lead.open(round.path() + "/paper")
                    .choose("评委", "评委" + PortalRound.ON_PAPER)
                    .looks("paper")
                    .press("核对无误，提交", "提交", "已核对并提交");
            assertThat(lead.faults()).isEmpty();
        }
    }

    private Path scan() {
        try {
            Path file = round.folder().resolve("scan.png");
            ImageIO.write(new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the third party found nobody else sees. */
    private void looksForItself(Visitor evaluator) {
        evaluator.open(round.path() + "/fieldwork").tab("现场检查");
        evaluator.hears("还没有现场检查").tab("访谈与电话");
        evaluator
                .type("日期", "2024-04-11")
                .type("摘要", "居民称每月有探访")
                .press("记录", "访谈已记录")
                .looks("fieldwork")
                .open("/");
        assertThat(evaluator.faults()).isEmpty();
    }

    void anEvaluatorScoresAndSubmits(String role, String code) {
        try (Visitor evaluator = round.evaluator(role, code)) {
            if (role.equals("supervisory-center")) looksForItself(evaluator);
            evaluator.page().getByTestId("work-" + round.code()).click();
            Locator first = evaluator.page().locator("input[id^=score-]").first();
            first.fill("51");
            first.press("Enter");
            evaluator.page().keyboard().type("34");
            PlaywrightAssertions.assertThat(evaluator.page().getByTestId("saving"))
                    .hasAttribute("data-state", "saved");
            evaluator.press("提交评分表", "提交", "评分表已提交");
            if (role.equals("third-party")) {
                evaluator.tab("评估发现");
                evaluator
                        .press("添加一条")
                        .choose("类别：第 1 条", "需要关注")
                        .type("标题：第 1 条", "探访档案可再细化")
                        .type("内容：第 1 条", "部分探访记录缺少跟进计划，建议补齐。")
                        .press("保存", "评估发现已保存");
            }
            evaluator.tab("本方提交");
            evaluator.press("代表本方提交", "提交", "本方评分已提交");
        }
    }
}
