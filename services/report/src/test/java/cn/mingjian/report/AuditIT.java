package cn.mingjian.report;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.test.Audit;
import cn.mingjian.platform.test.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.Set;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AuditIT {

    @Test
    void everyChangeLeavesAnEntryButThoseOfThePlumbing() throws SQLException {
        // What is to be printed, and who prints it just now.
        var queue = Set.of("assignment");

        assertThat(Audit.unwatched())
                .containsAll(Audit.PLUMBING)
                .containsAll(queue)
                .hasSize(Audit.PLUMBING.size() + queue.size());
    }
}
