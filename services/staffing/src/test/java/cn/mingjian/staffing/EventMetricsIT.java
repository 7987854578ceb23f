package cn.mingjian.staffing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What operators see of events that come twice, fail, or are none. One key keeps them in order. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class EventMetricsIT {

    private static final String TOPIC = "district.agreement";
    private static final String KEY = "metrics/here/2023";
    private static final String SIGNED = """
            {"district":"metrics","station":"here","agreement":"2023","version":1,"requiredStaff":1,
             "areas":[{"code":"A1"}]}""";

    @TestHTTPResource(value = "metrics", management = true)
    URL metrics;

    @Test
    void tellsDuplicatesAndDeadLetters() {
        double duplicates = metric("mingjian_inbox_duplicates_total");
        double letters = metric("mingjian_inbox_dead_letters_total");
        String id = UUID.randomUUID().toString();
        Topics.publish(id, TOPIC, KEY, "AgreementSigned", SIGNED);
        Topics.publish(id, TOPIC, KEY, "AgreementSigned", SIGNED);
        Topics.publishNoEvent(TOPIC, KEY);
        assertThat(Topics.awaitDeadLetter(TOPIC, KEY)).contains("deserializing");
        Topics.publishGarbage(TOPIC, KEY + "/poison", "AgreementSigned", "{\"version\":\"no number\"}");
        assertThat(Topics.awaitDeadLetter(TOPIC, KEY + "/poison")).contains("no number");
        // One consumer: when it has come to this one, those before are counted.
        Topics.publishNoEvent(TOPIC, KEY + "/last");
        Topics.awaitDeadLetter(TOPIC, KEY + "/last");

        assertThat(metric("mingjian_inbox_duplicates_total")).isGreaterThanOrEqualTo(duplicates + 1);
        assertThat(metric("mingjian_inbox_dead_letters_total")).isGreaterThanOrEqualTo(letters + 2);
        assertThat(metric("mingjian_outbox_lag_milliseconds")).isNotNegative();
        assertThat(metric("mingjian_outbox_events")).isNotNegative();
        assertThat(metric("mingjian_inbox_parked_events")).isNotNegative();
    }

    @Test
    void setsAsideWhatFailsWhenItsTurnHasCome() {
        double parked = metric("mingjian_inbox_parked_events");
        Topics.publishGarbage("scoring.evaluation", "no-policy", "EvaluationOpened", """
                {"code":"no-policy","district":"metrics","station":"late","agreement":"2023","agreementVersion":1}""");
        Instant end = Instant.now().plusSeconds(20);
        while (metric("mingjian_inbox_parked_events") <= parked && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(100_000_000);
        }

        Topics.publish(TOPIC, "metrics/late/2023", "AgreementSigned", SIGNED.replace("here", "late"));

        assertThat(Topics.awaitDeadLetter("scoring.evaluation", "no-policy")).contains("policy()");
    }

    private double metric(String name) {
        String all = given().get(metrics).then().statusCode(200).extract().asString();
        Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$").matcher(all);
        assertThat(line.find()).as("%s in %s", name, all).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
