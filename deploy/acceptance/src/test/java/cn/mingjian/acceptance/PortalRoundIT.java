package cn.mingjian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A whole evaluation through the six portals and nothing else, from registering a station to reading the issued report. */
@Tag("acceptance")
@ExtendWith(RunningPlatform.Shared.class)
class PortalRoundIT {

    private static PortalRound round;

    @BeforeAll
    static void theDistrictIsThere(RunningPlatform platform, @TempDir Path folder) throws Exception {
        var ending = platform.evaluate(RunningPlatform.DAGANG, folder.resolve("out"));
        assertThat(ending.code()).as(ending.said()).isZero();
        round = new PortalRound(
                new Browser(platform.addresses().get("portal").asText()),
                new Doors(platform),
                folder,
                Long.toString(System.currentTimeMillis(), 36));
    }

    @AfterAll
    static void theBrowserCloses() {
        if (round != null) round.browser().close();
    }

    @Test
    void aRoundGoesThroughTheSixPortals() throws IOException {
        PortalPreparation preparation = new PortalPreparation(round);
        PortalScoring scoring = new PortalScoring(round);
        PortalAftermath aftermath = new PortalAftermath(round);
        try (Visitor bureau = round.visitor("bureau", "bureau@nansha")) {
            preparation.theBureauPreparesStationAgreementAndAccounts(bureau);
            preparation.theBureauBringsARubricIn(bureau);
            preparation.theBureauOpensTheRound(bureau);
            try (Visitor operator = round.visitor("operator", round.operator())) {
                preparation.theOperatorHandsIn(operator);
                preparation.theOperatorAsksForARecusalInVain(operator, bureau);
                preparation.theBureauSetsADeadline(bureau);
                scoring.theTeamPledgesAndTheBureauFreezes(bureau);
                scoring.anEvaluatorLeavesInTheMiddle(bureau);
                scoring.anotherScoresOnPaper();
                PortalRound.EVALUATORS.forEach(scoring::anEvaluatorScoresAndSubmits);
                aftermath.theOperatorObjectsAndTheBureauDecides(operator, bureau);
                aftermath.anUpheldObjectionReopensOnePartysSheets(operator, bureau);
                aftermath.aVetoIsHeardAndRefused(operator, bureau);
                aftermath.theBureauClosesAndIssues(bureau);
                aftermath.whatWasOfConcernIsRemedied(operator, bureau);
                aftermath.theOperatorAppealsInVain(operator, bureau);

                operator.open(round.path() + "/history").hears("公布评估团队").looks("history");
                operator.open(round.path() + "/report").hears("已签发");
                operator.page().frameLocator("iframe").getByText("良好").first().waitFor();
                assertThat(operator.faults()).isEmpty();
            }
            bureau.open("/board?text=" + round.mark()).hears("门户测试站");
            assertThat(bureau.faults()).isEmpty();
        }
        JsonNode result = round.doors()
                .person("bureau", "bureau@nansha")
                .ask(Request.get("scoring", "/v1" + round.path() + "/result"));
        assertThat(result.get("total").asText()).isEqualTo("85.55");
        assertThat(result.get("grade").asText()).isEqualTo("良好");
    }
}
