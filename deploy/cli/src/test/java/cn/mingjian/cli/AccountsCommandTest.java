package cn.mingjian.cli;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.cli.platform.Keycloak.DemoAccount;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountsCommandTest {

    @Test
    void tellsTheSixPortalsThoughNobodyHasAnAccountYet() {
        assertThat(told(List.of()))
                .containsExactly(
                        "第三方评估  http://127.0.0.1:18087/third-party",
                        "督导中心  http://127.0.0.1:18087/supervisory-center",
                        "购买方  http://127.0.0.1:18087/purchaser",
                        "监督方  http://127.0.0.1:18087/supervisor",
                        "承办方  http://127.0.0.1:18087/operator",
                        "区民政局  http://127.0.0.1:18087/bureau",
                        "还没有演示账号：scripts/up 或 scripts/evaluate 会建立。");
    }

    @Test
    void tellsAnAccountAtEachPortalThatItEnters() {
        var bureau =
                new DemoAccount("bureau@nansha", "demo-1-ab", List.of("/nansha/bureau", "/nansha/dagang/supervisor"));

        assertThat(told(List.of(bureau)))
                .containsSubsequence(
                        "监督方  http://127.0.0.1:18087/supervisor",
                        "  bureau@nansha  demo-1-ab",
                        "承办方  http://127.0.0.1:18087/operator",
                        "区民政局  http://127.0.0.1:18087/bureau",
                        "  bureau@nansha  demo-1-ab")
                .endsWith("以上为演示密码；已自设密码的账号以自设的为准。")
                .hasSize(9);
    }

    private static List<String> told(List<DemoAccount> people) {
        var text = new StringWriter();
        AccountsCommand.tell(URI.create("http://127.0.0.1:18087"), people, new PrintWriter(text, true));
        return text.toString().lines().toList();
    }
}
