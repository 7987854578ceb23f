package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.caller.Place;
import cn.mingjian.platform.problem.ProblemException;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hibernate.Session;

/**
 * The door of every evaluation: finds it and says what the caller is to it. The panel is looked up in the database at each
 * call, so that a recusal works at once.
 */
@ApplicationScoped
public class Access {

    private static final String SEAT = """
            select m.evaluator as evaluator, m.party as party, m.role as role,
                   exists (select 1 from pledge p
                            where p.evaluation = m.evaluation and p.evaluator = m.evaluator) as pledged,
                   exists (select 1 from recusal r
                            where r.evaluation = m.evaluation and r.evaluator = m.evaluator
                              and r.decision = 'UPHELD') as recused
              from panel_member m
             where m.evaluation = :evaluation and m.account = :account
            """;

    private final Evaluations evaluations;
    private final EntityManager entities;
    private final Caller caller;

    Access(Evaluations evaluations, EntityManager entities, Caller caller) {
        this.evaluations = evaluations;
        this.entities = entities;
        this.caller = caller;
    }

    /** What the caller is to the evaluation, for reading. */
    @Transactional
    public Standing read(String code) {
        return standing(evaluations.find(code).orElseThrow(() -> notFound(code)));
    }

    /**
     * The same with the evaluation locked until the end of the transaction: what changes an evaluation happens one after
     * the other, so that nobody submits between a check and its effect.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Standing change(String code) {
        return standing(evaluations.locked(code).orElseThrow(() -> notFound(code)));
    }

    /** The party that an evaluator sits on the panel for. */
    @Transactional
    public Optional<Party> partyOf(String code, String evaluator) {
        List<String> parties = entities.unwrap(Session.class)
                .createNativeQuery(
                        "select party from panel_member where evaluation = :evaluation and evaluator = :evaluator",
                        String.class)
                .setParameter("evaluation", code)
                .setParameter("evaluator", evaluator)
                .getResultList();
        return parties.stream().findFirst().map(Party::valueOf);
    }

    private Standing standing(Evaluation evaluation) {
        Place place = evaluation.place();
        Optional<Seat> named = seat(evaluation.code());
        Standing standing = new Standing(
                evaluation,
                caller.holds(Roles.BUREAU, place),
                caller.holds(Roles.OPERATOR, place),
                caller.isService("report") && evaluation.phase().isDisclosed(),
                named,
                named.filter(seat -> caller.holds(seat.party().role(), place)));
        if (standing.isNobody() && !holdsAPartyRole(place)) {
            throw notFound(evaluation.code());
        }
        return standing;
    }

    private boolean holdsAPartyRole(Place place) {
        return caller.holdsAny(
                place, Arrays.stream(Party.values()).map(Party::role).toArray(String[]::new));
    }

    private Optional<Seat> seat(String evaluation) {
        List<Tuple> rows = entities.unwrap(Session.class)
                .createNativeQuery(SEAT, Tuple.class)
                .setParameter("evaluation", evaluation)
                .setParameter("account", caller.account())
                .getResultList();
        return rows.stream()
                .findFirst()
                .map(row -> new Seat(
                        row.get("evaluator", String.class),
                        Party.valueOf(row.get("party", String.class)),
                        row.get("role", String.class).equals("LEAD"),
                        row.get("pledged", Boolean.class),
                        row.get("recused", Boolean.class)));
    }

    private static ProblemException notFound(String code) {
        return EvaluationProblem.EVALUATION_NOT_FOUND.because("没有编码为 %s 的评估", code);
    }
}
