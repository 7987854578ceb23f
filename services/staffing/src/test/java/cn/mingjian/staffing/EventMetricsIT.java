package cn.mingjian.staffing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.test.Audit;
import cn.mingjian.platform.test.RealServers;
import cn.mingjian.platform.test.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What operators see of events that come twice, fail, are none, or do not get away. One key keeps them in order. */
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
    }

    /** The broker takes no event for a topic that cannot be: it waits, and all that come after it. */
    @Test
    void tellsHowLongTheOldestEventHasWaitedToLeave() throws SQLException {
        try (Connection database = Audit.superuser();
                Statement outbox = database.createStatement()) {
            outbox.execute("""
                    insert into outbox (event_id, topic, key, type, payload, created_at)
                    values ('stuck', 'no/topic', 'metrics', 'cn.mingjian.staffing.Stuck.v1', '{}',
                            clock_timestamp() - interval '1 hour')""");
            try {
                await(() -> metric("mingjian_outbox_lag_milliseconds")
                        >= Duration.ofHours(1).toMillis());

                assertThat(metric("mingjian_outbox_lag_milliseconds")).isBetween(3_600_000.0, 3_660_000.0);
                assertThat(metric("mingjian_outbox_events")).isPositive();
            } finally {
                outbox.execute("delete from outbox where event_id = 'stuck'");
            }
        }

        await(() ->
                metric("mingjian_outbox_lag_milliseconds") < Duration.ofHours(1).toMillis());
        assertThat(metric("mingjian_outbox_lag_milliseconds"))
                .isLessThan(Duration.ofMinutes(1).toMillis());
    }

    @Test
    void setsAsideWhatFailsWhenItsTurnHasCome() {
        double parked = metric("mingjian_inbox_parked_events");
        Topics.publishGarbage("scoring.evaluation", "no-policy", "EvaluationOpened", """
                {"code":"no-policy","district":"metrics","station":"late","agreement":"2023","agreementVersion":1}""");
        await(() -> metric("mingjian_inbox_parked_events") > parked);

        Topics.publish(TOPIC, "metrics/late/2023", "AgreementSigned", SIGNED.replace("here", "late"));

        assertThat(Topics.awaitDeadLetter("scoring.evaluation", "no-policy")).contains("policy()");
    }

    private static void await(BooleanSupplier holds) {
        Instant end = Instant.now().plusSeconds(20);
        while (!holds.getAsBoolean() && Instant.now().isBefore(end)) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    private double metric(String name) {
        String all = given().get(metrics).then().statusCode(200).extract().asString();
        Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{.*})? (\\S+)$").matcher(all);
        assertThat(line.find()).as("%s in %s", name, all).isTrue();
        return Double.parseDouble(line.group(1));
    }
}
