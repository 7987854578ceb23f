package cn.mingjian.scoring.evaluation;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.platform.document.Documents;
import cn.mingjian.scoring.score.Party;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The store of evaluations with their opening documents and the parties' submissions. */
@ApplicationScoped
class Evaluations implements PanacheRepositoryBase<EvaluationEntity, String> {

    static final String OPENING = "opening";

    private final Documents documents;
    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    Evaluations(Documents documents, EntityManager entities, Caller caller) {
        this.documents = documents;
        this.entities = entities;
        this.caller = caller;
    }

    Optional<Evaluation> find(String code) {
        // Before the row: the fourth submission comes with the phase that follows, and must not be seen without it.
        Set<Party> submitted = submissions(code).keySet();
        return findByIdOptional(code).map(entity -> toEvaluation(entity, submitted));
    }

    /** The evaluation with its row locked until the end of the transaction. */
    Optional<Evaluation> locked(String code) {
        return findByIdOptional(code, LockModeType.PESSIMISTIC_WRITE)
                .map(entity -> toEvaluation(entity, submissions(code).keySet()));
    }

    /** Makes a second opening of a code wait for the first one, before there is a row to lock. */
    void claim(String code) {
        entities.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended(:code, 0))) as claimed")
                .setParameter("code", code)
                .getSingleResult();
    }

    /** Whether the code belongs to an evaluation anywhere, also where the caller sees none. */
    boolean isTaken(String code) {
        return (Boolean) entities.createNativeQuery("select is_code_taken(:code)", Boolean.class)
                .setParameter("code", code)
                .getSingleResult();
    }

    Evaluation open(String code, Opening opening) {
        EvaluationEntity entity = EvaluationEntity.of(code, opening, caller.account());
        persistAndFlush(entity);
        documents.put(code, OPENING, opening);
        return toEvaluation(entity, Set.of());
    }

    void enter(String code, Phase phase) {
        findById(code).enter(phase);
        entities.persist(PhaseChangeEntity.of(code, phase, caller.account()));
    }

    void resultIs(String code, int version) {
        findById(code).resultVersion = version;
    }

    void achievementIs(EvaluationEntity entity, int version) {
        entity.achievementHeard = atLeast(entity.achievementHeard, version);
    }

    void staffingIs(EvaluationEntity entity, int version) {
        entity.staffingHeard = atLeast(entity.staffingHeard, version);
    }

    void submitted(String code, Party party) {
        entities.persist(PartySubmissionEntity.of(code, party, caller.account(), clock.instant()));
    }

    void reopened(String code, Party party) {
        standing(code).stream().filter(row -> row.party == party).forEach(row -> {
            row.reopenedBy = caller.account();
            row.reopenedAt = clock.instant();
        });
    }

    /** When each party submitted what stands. */
    Map<Party, Instant> submissions(String code) {
        Map<Party, Instant> submissions = new EnumMap<>(Party.class);
        standing(code).forEach(row -> submissions.put(row.party, row.submittedAt));
        return submissions;
    }

    private List<PartySubmissionEntity> standing(String code) {
        return entities.createQuery(
                        "from PartySubmissionEntity where evaluation = :code and reopenedAt is null",
                        PartySubmissionEntity.class)
                .setParameter("code", code)
                .getResultList();
    }

    /** Closed rounds of the station that were opened before this one, the one closed last first. */
    List<Evaluation> closedBefore(Evaluation evaluation) {
        List<String> codes = entities.createNativeQuery("""
                        select e.code from evaluation e
                          join phase_change closed on closed.evaluation = e.code and closed.phase = 'CLOSED'
                          join evaluation own on own.code = :code and own.district = e.district and own.station = e.station
                         where e.opened_at < own.opened_at
                         order by closed.entered_at desc""", String.class)
                .setParameter("code", evaluation.code())
                .getResultList();
        return codes.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    private Evaluation toEvaluation(EvaluationEntity entity, Set<Party> submitted) {
        Opening opening = documents
                .find(entity.code, OPENING, Opening.class)
                .orElseThrow(() -> new IllegalStateException("no opening document of " + entity.code))
                .content();
        return entity.toEvaluation(opening, submitted);
    }

    private static int atLeast(Integer known, int version) {
        return known == null ? version : Math.max(known, version);
    }
}
