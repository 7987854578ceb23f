package cn.mingjian.scoring.round;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** What was said of the draft, as the report service has it at this moment. */
@RegisterRestClient(configKey = "report")
@Path("/v1/evaluations/{evaluation}/feedback")
interface FeedbackClient {

    /** The part of it that closing leans on. */
    record Feedback(List<Entry> draft) {

        int objections() {
            return (int) draft.stream().filter(Entry::objects).count();
        }

        int decided() {
            return (int) draft.stream()
                    .filter(entry -> entry.objects() && entry.decision() != null)
                    .count();
        }
    }

    /** An answer to the draft; {@code decision} only of a decided objection. */
    record Entry(String outcome, @Nullable Decision decision) {

        boolean objects() {
            return outcome.equals("OBJECTION");
        }
    }

    /** REFUSED or UPHELD. */
    record Decision(String decision) {}

    /** When nothing more is said from. */
    record Conclusion(String concludedAt) {}

    @PUT
    @Path("/conclusion")
    Conclusion conclude(@PathParam("evaluation") String evaluation, @HeaderParam("Authorization") String authorization);

    @GET
    Feedback get(@PathParam("evaluation") String evaluation, @HeaderParam("Authorization") String authorization);
}
