package cn.mingjian.portal.entry;

import cn.mingjian.platform.problem.Problem;
import cn.mingjian.platform.problem.ProblemPage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** A page as it leaves: its own nonce, and a policy that lets nothing in but what is ours. */
@ApplicationScoped
class Page implements ProblemPage {

    /** Where a page's own nonce goes. */
    private static final String NONCE = "__CSP_NONCE__";

    private static final String SHELL = resource("pages/index.html");
    private static final String NOTICE = resource("pages/notice.html");

    private final SecureRandom random = new SecureRandom();
    private final String application;

    Page(PortalConfig config, ObjectMapper json) throws JsonProcessingException {
        application = SHELL.replace("__PORTALS__", escaped(json.writeValueAsString(addresses(config))));
    }

    private static Map<String, String> addresses(PortalConfig config) {
        Map<String, String> addresses = new TreeMap<>();
        config.addresses().forEach((role, address) -> address.ifPresent(known -> addresses.put(role, known)));
        return addresses;
    }

    Response application() {
        return answer(200, application);
    }

    Response refusal(Portal portal, String username) {
        return answer(
                403,
                notice(
                        portal.title(),
                        "此账号不能进入" + portal.title() + "门户",
                        "账号 " + username + " 没有在本门户工作的权限。请退出后用本门户的账号登录，或向区民政局申请权限。",
                        "/" + portal.role() + "/logout",
                        "退出并换账号登录",
                        ""));
    }

    /** Also ends the portal's pages in other tabs (app/tabs.ts), and empties what the browser has kept. */
    Response goodbye(Portal portal) {
        String tellTabs = "<script nonce=\"" + NONCE + "\">new BroadcastChannel('mingjian-" + portal.role()
                + "').postMessage('signed-out')</script>";
        Response page = answer(
                200,
                notice(portal.title(), "已安全退出", "本机不再保留您看过的内容。", "/" + portal.role(), "重新登录", tellTabs),
                "'nonce-" + NONCE + "'");
        return Response.fromResponse(page)
                .header("Clear-Site-Data", "\"cache\", \"storage\"")
                .build();
    }

    /** What went wrong before the application could tell: no session was found out about, or too much was asked. */
    @Override
    public void show(HttpServerResponse response, Problem problem) {
        String path = Objects.requireNonNullElse(problem.instance(), "");
        Optional<Portal> portal = Portal.of(path.replaceFirst("^/", "").split("/", 2)[0]);
        String trace = problem.trace() == null ? "" : "：" + problem.trace();
        String nonce = nonce();
        String html = notice(
                portal.map(Portal::title).orElse("社工站评估平台"),
                problem.title(),
                problem.detail().equals(problem.title()) ? "已保存的内容没有丢失。" : problem.detail() + trace,
                portal.map(known -> "/" + known.role()).orElse("/"),
                "重新打开",
                "");
        response.putHeader("Content-Type", "text/html;charset=UTF-8")
                .putHeader("Content-Security-Policy", policy("'self'", nonce))
                .putHeader("Cache-Control", "no-store")
                .end(html.replace(NONCE, nonce));
    }

    private static String notice(String portal, String title, String text, String link, String action, String script) {
        return NOTICE.replace("__PORTAL__", portal)
                .replace("__TITLE__", escaped(title))
                .replace("__TEXT__", escaped(text))
                .replace("__LINK__", link)
                .replace("__ACTION__", action)
                .replace("__SCRIPT__", script);
    }

    private Response answer(int status, String html) {
        return answer(status, html, "'self'");
    }

    private Response answer(int status, String html, String scripts) {
        String nonce = nonce();
        return Response.status(status)
                .entity(html.replace(NONCE, nonce))
                .header("Content-Security-Policy", policy(scripts.replace(NONCE, nonce), nonce))
                .header("Cache-Control", "no-store")
                .build();
    }

    private String nonce() {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String policy(String scripts, String nonce) {
        return "default-src 'none'; script-src " + scripts + "; style-src 'self' 'nonce-" + nonce
                + "'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; frame-src 'self';"
                + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = Page.class.getClassLoader().getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
