package cn.mingjian.acceptance.board;

import cn.mingjian.acceptance.running.Ending;
import cn.mingjian.acceptance.running.Platform;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code scripts/bench board}: reads a board of 10, 200 and 2,000 stations with two closed rounds each over REST, and after each
 * request a station's profile, which is one row by its primary key. Prints both and their ratio.
 */
public final class BoardBench {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final List<Integer> SIZES = List.of(10, 200, 2_000);
    private static final int WARM_UP = 60;
    private static final int MEASURED = 100;
    private static final String SIMPLEST = "/v1/districts/nansha/stations/dagang";

    private static final Map<String, String> READS = new LinkedHashMap<>();

    static {
        READS.put("一页 100 行，按站点", "/board?limit=100");
        READS.put("一页 100 行，按总分倒序", "/board?limit=100&sort=-total");
        READS.put("一页 100 行，按完成指标", "/board?limit=100&sort=indicatorsMet");
        READS.put("一个镇街", "/board?limit=100&town=" + URLEncoder.encode("示例镇7", StandardCharsets.UTF_8));
        READS.put("汇总", "/board/summary");
        READS.put("导出工作簿", "/board/board.xlsx");
    }

    /** One account asks as fast as it is answered. */
    private static final Map<String, String> SETTINGS = Map.of(
            "MINGJIAN_LIMITS_ACCOUNT_PER_MINUTE", "1000000",
            "MINGJIAN_LIMITS_ACCOUNT_BURST", "1000000");

    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String token;

    private BoardBench(String address, String token) {
        this.address = address;
        this.token = token;
    }

    /** Ends with 0 when it has measured. */
    public static void main(String[] arguments) throws Exception {
        Path root = Path.of(System.getProperty("project.root")).toAbsolutePath().normalize();
        Path folder = Files.createTempDirectory("mingjian-board").toRealPath();
        Platform platform = new Platform(root, folder.resolve("data"));
        OUT.println("正在启动一个空平台……");
        try {
            fine(platform.up(SETTINGS));
            fine(platform.evaluate(root.resolve("deploy/demo/dagang"), folder.resolve("out"))
                    .await(LONGEST));
            String address = platform.addresses().at("/services/district").asText();
            try (ManyStations stations =
                    new ManyStations(platform.database("district"), platform.secret("postgres"), "nansha")) {
                OUT.printf("每种请求先 %d 次预热，再 %d 次，每次之后读一次站点简况（主键读一行）；毫秒%n", WARM_UP, MEASURED);
                for (int size : SIZES) {
                    stations.fill(size);
                    OUT.printf("%n%,d 个站点，%,d 个评估%n", size, 2 * size);
                    BoardBench bench = new BoardBench(address, token(platform));
                    for (var read : READS.entrySet())
                        bench.measure(read.getKey(), "/v1/districts/nansha" + read.getValue());
                }
                OUT.println();
                stations.plan().forEach(OUT::println);
            }
        } finally {
            platform.down();
        }
        new Platform(root, folder).delete();
        System.exit(0);
    }

    private void measure(String what, String path) throws IOException, InterruptedException {
        List<Long> board = new ArrayList<>();
        List<Long> simplest = new ArrayList<>();
        for (int i = 0; i < WARM_UP + MEASURED; i++) {
            long one = millionths(path);
            long other = millionths(SIMPLEST);
            if (i >= WARM_UP) {
                board.add(one);
                simplest.add(other);
            }
        }
        OUT.printf(
                "  %-18s p50 %6.1f  p99 %6.1f    主键读 p50 %5.1f  p99 %5.1f    之比 p50 %5.1f%n",
                what,
                part(board, 50),
                part(board, 99),
                part(simplest, 50),
                part(simplest, 99),
                part(board, 50) / part(simplest, 50));
    }

    /** How long an answer takes, in µs. */
    private long millionths(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .header("Authorization", "Bearer " + token)
                .build();
        long began = System.nanoTime();
        HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
        long took = (System.nanoTime() - began) / 1_000;
        if (answer.statusCode() != 200) throw new IllegalStateException(path + " answers " + answer.statusCode());
        return took;
    }

    private static double part(List<Long> all, int percent) {
        List<Long> sorted = all.stream().sorted().toList();
        return sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100)) / 1_000.0;
    }

    /** The bureau signs in under the password that scripts/accounts tells. */
    private static String token(Platform platform) throws IOException, InterruptedException {
        Ending accounts = platform.accounts().await(LONGEST);
        fine(accounts);
        String password = accounts.said()
                .lines()
                .filter(line -> line.strip().startsWith("bureau@nansha "))
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .findFirst()
                .orElseThrow();
        JsonNode addresses = platform.addresses();
        String form = "grant_type=password&scope=openid&client_id=demo-bureau&client_secret=%s&username=%s&password=%s"
                .formatted(
                        platform.secret("client-demo-bureau"),
                        URLEncoder.encode("bureau@nansha", StandardCharsets.UTF_8),
                        URLEncoder.encode(password, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(addresses.get("keycloak").asText() + "/realms/"
                                + addresses.get("realm").asText() + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return JSON.readTree(http.send(request, BodyHandlers.ofString()).body())
                    .get("access_token")
                    .asText();
        }
    }

    private static void fine(Ending ending) {
        if (ending.code() != 0) throw new IllegalStateException(ending.said());
    }
}
