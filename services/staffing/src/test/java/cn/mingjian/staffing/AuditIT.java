package cn.mingjian.staffing;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.test.Audit;
import cn.mingjian.platform.test.RealServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealServers.class)
class AuditIT {

    @Test
    void everyChangeLeavesAnEntryButThoseOfThePlumbing() throws SQLException {
        assertThat(Audit.unwatched()).isEqualTo(Audit.PLUMBING);
    }
}
