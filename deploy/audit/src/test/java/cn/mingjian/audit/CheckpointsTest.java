package cn.mingjian.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.mingjian.platform.audit.Checkpoint;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A checkpoint is read as its schema shows it, and one of a later version of the services too. */
class CheckpointsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void readsTheExampleOfTheSchemaAndWhatIsAddedToIt() throws IOException {
        byte[] example = Files.readAllBytes(Path.of("../../contracts/events/CheckpointSigned.example.json"));
        Checkpoint checkpoint = Checkpoints.checkpoint(example);
        assertThat(checkpoint.service()).isEqualTo("scoring");
        assertThat(checkpoint.seq()).isEqualTo(1204);
        assertThat(checkpoint.sealedAt()).isEqualTo(Instant.parse("2023-11-20T08:15:30.123Z"));

        ObjectNode later = (ObjectNode) JSON.readTree(example);
        later.putObject("witness").put("name", "archive");
        assertThat(Checkpoints.checkpoint(JSON.writeValueAsBytes(later))).isEqualTo(checkpoint);
    }
}
