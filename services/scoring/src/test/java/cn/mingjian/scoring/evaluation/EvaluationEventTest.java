package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.test.EventContract;
import cn.mingjian.scoring.score.DagangRound;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class EvaluationEventTest {

    @Test
    void tellsOfAnOpeningAsPromised() throws JsonProcessingException {
        Opening opening = new ObjectMapper().treeToValue(DagangRound.json("opening.json"), Opening.class);

        EventContract.holds(new EvaluationEvent.EvaluationOpened("dagang-2023-final", opening));
    }

    @Test
    void tellsOfAPhaseAsPromised() {
        EventContract.holds(
                new EvaluationEvent.PhaseChanged("dagang-2023-final", "nansha", "dagang", Phase.Name.SCORING));
    }
}
