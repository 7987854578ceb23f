package cn.mingjian.scoring.history;

import cn.mingjian.scoring.evaluation.Access;
import cn.mingjian.scoring.evaluation.Evaluation;
import cn.mingjian.scoring.evaluation.EvaluationProblem;
import cn.mingjian.scoring.evaluation.Standing;
import cn.mingjian.scoring.score.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;

/** Tells a round to the bureau, to the panel once it is closed, and to the operator what is its own business. */
@ApplicationScoped
class HistoryService {

    private static final String TOLD = """
            select h.at, h.kind, m.label, m.party, h.subject, h.words
              from happening h left join panel_member m on m.evaluation = :code and m.account = h.account
             order by h.at
            """;

    // Who filled in what in which order is nobody's business until all have submitted.
    private static final String HAPPENINGS = """
            with objected as (
              select raised_at, decided_at, decision, party,
                     format('%s对报告初稿的第 %s 条异议',
                       case origin when 'OPERATOR' then '承办方' when 'PURCHASER' then '购买方' else '监督方' end, number) as said
                from objection where evaluation = :code
            ), happening (at, account, kind, subject, words) as (
              select opened_at, opened_by, 'OPENED', null, null from evaluation where code = :code
              union all
              select c.entered_at, c.entered_by,
                     case when c.phase in ('CANCELLED', 'FEEDBACK', 'SCORING') then c.phase else 'PHASE' end, c.phase,
                     case c.phase when 'SCORING' then format('指标完成情况第 %s 版、到岗情况第 %s 版、评估指标体系第 %s 版',
                                                             e.achievement_frozen, e.staffing_frozen, e.rubric_frozen)
                                  else c.reason end
                from phase_change c join evaluation e on e.code = c.evaluation where c.evaluation = :code
              union all
              select attached_at, attached_by, 'ATTACHED', null, name
                from attachment a where evaluation = :code and (:disclosed or party is null)
                 and not exists (select from paper_sheet p where (p.evaluation, p.scan) = (a.evaluation, a.digest))
              union all
              select recorded_at, recorded_by, upper(split_part(split_part(kind, '/', 1), '@', 1)), version::text,
                     case kind when 'result' then format('总分 %s，等级 %s（%s）', content ->> 'total', content ->> 'grade',
                       case content ->> 'state' when 'FINAL' then '最终' else '暂定' end) end
                from document
               where owner = :code and kind <> 'opening' and kind not like 'deadline/%' and kind not like 'filecheck%' and kind not like 'trial/%'
                 and (:disclosed or kind !~ '^(findings|sitecheck|sample|interview)[@/]')
              union all
              select recorded_at, recorded_by, 'DEADLINE', split_part(kind, '/', 2),
                 concat(to_char((content ->> 'dueAt')::timestamptz at time zone 'Asia/Shanghai', 'YYYY年FMMM月FMDD日 HH24:MI'),
                       '（' || (content ->> 'reason') || '）')
                from document where owner = :code and kind like 'deadline/%'
              union all
              select d.due, null, 'DEADLINE_MISSED', d.party, null
                from (select (content ->> 'dueAt')::timestamptz as due, split_part(kind, '/', 2) as party,
                             lead(recorded_at) over (partition by kind order by version) as replaced_at
                        from document where owner = :code and kind like 'deadline/%') d
               where d.due < now() and d.due < coalesce(d.replaced_at, 'infinity')
                 and not exists (select from party_submission s
                                  where s.evaluation = :code and s.party = d.party and s.submitted_at <= d.due
                                    and coalesce(s.reopened_at, 'infinity') > d.due)
                 and not exists (select from phase_change c
                                  where c.evaluation = :code and c.phase = 'CANCELLED' and c.entered_at <= d.due)
              union all
              select recorded_at, signed_by, 'PLEDGED', occurred_on::text, text_version::text from pledge where evaluation = :code
              union all
              select r.requested_at, r.requested_by,
                     case r.origin when 'OPERATOR' then 'OPERATOR_ASKED_RECUSAL' else 'RECUSAL_REQUESTED' end, m.label, r.reason
                from recusal r join panel_member m using (evaluation, evaluator)
               where evaluation = :code and r.origin <> 'BUREAU'
              union all
              select r.decided_at, r.decided_by,
                 case r.origin when 'BUREAU' then 'REPLACED' when 'OPERATOR' then 'OPERATORS_RECUSAL_' || r.decision
                   else 'RECUSAL_' || r.decision end,
                 m.label, r.decision_reason
                from recusal r join panel_member m using (evaluation, evaluator)
               where evaluation = :code and r.decision is not null
              union all
              select s.submitted_at, m.account, 'SHEET_SUBMITTED', null, null
                from sheet s join panel_member m using (evaluation, evaluator)
               where evaluation = :code and :disclosed and s.submitted_at is not null and s.version = 1
                 and not exists (select from paper_sheet p where (p.evaluation, p.evaluator) = (s.evaluation, s.evaluator))
              union all
              select p.confirmed_at, p.confirmed_by, 'PAPER_CONFIRMED', p.occurred_on::text, m.label
                from paper_sheet p join panel_member m using (evaluation, evaluator)
               where evaluation = :code and :disclosed and p.confirmed_at is not null
              union all
              select invited_at, invited_by, 'INVITED', party, p.label
                from invitation i join evaluation e on e.code = i.evaluation
                join evaluator_profile p on (p.district, p.evaluator) = (e.district, i.evaluator)
               where evaluation = :code
              union all
              select answered_at, null, 'INVITATION_' || answer, p.label, reason
                from invitation i join evaluation e on e.code = i.evaluation
                join evaluator_profile p on (p.district, p.evaluator) = (e.district, i.evaluator)
               where evaluation = :code and answer is not null
              union all
              select made_at, made_by, 'QUESTIONNAIRE', null, title from questionnaire where evaluation = :code
              union all
              select closed_at, closed_by, case closed_by when 'system' then 'QUESTIONNAIRE_FROZEN' else 'QUESTIONNAIRE_CLOSED' end,
                     null, title
                from questionnaire where evaluation = :code and closed_at is not null
              union all
              select submitted_at, submitted_by, 'PARTY_SUBMITTED', party, null from party_submission where evaluation = :code
              union all
              select reopened_at, reopened_by, 'PARTY_REOPENED', party, null
                from party_submission where evaluation = :code and reopened_at is not null
              union all
              select raised_at, null, 'OBJECTED', null, said from objected where raised_at is not null
              union all
              select decided_at, null, 'OBJECTION_' || decision, party, said from objected where decided_at is not null
              union all
              select amended_at, amended_by, 'AMENDED', number::text, reason from amendment where evaluation = :code
              union all
              select raised_at, raised_by, case raised_by when 'system' then 'VETO_FOUND' else 'VETO_RAISED' end,
                     number::text, title
                from veto where evaluation = :code
              union all
              select heard_at, heard_by, 'VETO_HEARD', number::text, statement
                from veto where evaluation = :code and heard_at is not null
              union all
              select lodged_at, lodged_by, 'APPEALED', number::text, reason from appeal where evaluation = :code
              union all
              select decided_at, decided_by, 'APPEAL_' || decision, number::text, decision_reason
                from appeal where evaluation = :code and decision is not null
              union all
              select decided_at, decided_by, case when upheld then 'VETO_UPHELD' else 'VETO_REFUSED' end, number::text,
                     decision_reason
                from veto where evaluation = :code and upheld is not null
            )
            """ + TOLD;

    private static final String OF_SHEET = """
            with happening (at, account, kind, subject, words) as (
              select s.submitted_at, m.account, 'SHEET_SUBMITTED', null, null
                from sheet s join panel_member m using (evaluation, evaluator)
               where evaluation = :code and evaluator = :evaluator and s.submitted_at is not null and s.version = 1
                 and not exists (select from paper_sheet p where (p.evaluation, p.evaluator) = (s.evaluation, s.evaluator))
              union all
              select entered_at, entered_by, 'PAPER_ENTERED', occurred_on::text, null
                from paper_sheet where evaluation = :code and evaluator = :evaluator
              union all
              select p.confirmed_at, p.confirmed_by, 'PAPER_CONFIRMED', p.occurred_on::text, m.label
                from paper_sheet p join panel_member m using (evaluation, evaluator)
               where evaluation = :code and evaluator = :evaluator and p.confirmed_at is not null
              union all
              select a.amended_at, a.amended_by, 'SHEET_CORRECTED', a.number::text,
                     (select string_agg(format('%s 由 %s 改为 %s', now.item,
                               coalesce(trim_scale(was.points)::text, '不适用'),
                               coalesce(trim_scale(now.points)::text, '不适用')), '；' order by now.item)
                        from sheet after join item_score now on now.sheet_id = after.id
                        join sheet before on (before.evaluation, before.evaluator, before.version)
                                           = (after.evaluation, after.evaluator, after.version - 1)
                        join item_score was on was.sheet_id = before.id and was.item = now.item
                       where (after.evaluation, after.evaluator, after.version) = (a.evaluation, a.evaluator, a.sheet_version)
                         and (was.points, was.comment, was.evidence) is distinct from (now.points, now.comment, now.evidence)
                     ) || '（' || a.reason || '）'
                from amendment a where a.evaluation = :code and a.evaluator = :evaluator
              union all
              select r.decided_at, r.decided_by, case r.origin when 'BUREAU' then 'REPLACED' else 'RECUSAL_UPHELD' end,
                     m.label, r.decision_reason
                from recusal r join panel_member m using (evaluation, evaluator)
               where evaluation = :code and evaluator = :evaluator and r.decision = 'UPHELD'
            )
            """ + TOLD;

    /** What may make a result another one. */
    private static final Set<Happening> OF_RESULT = EnumSet.of(
            Happening.PARTY_SUBMITTED,
            Happening.PARTY_REOPENED,
            Happening.RECUSAL_UPHELD,
            Happening.OPERATORS_RECUSAL_UPHELD,
            Happening.REPLACED,
            Happening.OBJECTION_UPHELD,
            Happening.AMENDED,
            Happening.VETO_UPHELD,
            Happening.VETO_REFUSED,
            Happening.RESULT);

    /** What the operator does, is told, or reads elsewhere: no evaluator's doing, no result, nobody's order of submission. */
    private static final Set<Happening> OF_OPERATOR = EnumSet.of(
            Happening.OPENED,
            Happening.PHASE,
            Happening.SCORING,
            Happening.FEEDBACK,
            Happening.CANCELLED,
            Happening.RUBRIC,
            Happening.PANEL,
            Happening.OPERATOR_ASKED_RECUSAL,
            Happening.OPERATORS_RECUSAL_UPHELD,
            Happening.OPERATORS_RECUSAL_REFUSED,
            Happening.NOTICE,
            Happening.VISITPLAN,
            Happening.SELFASSESSMENT,
            Happening.REMEDIATION,
            Happening.OBJECTED,
            Happening.OBJECTION_UPHELD,
            Happening.OBJECTION_REFUSED,
            Happening.VETO_FOUND,
            Happening.VETO_RAISED,
            Happening.VETO_HEARD,
            Happening.FOLLOWUP,
            Happening.VERIFICATION,
            Happening.APPEALED,
            Happening.APPEAL_UPHELD,
            Happening.APPEAL_REFUSED);

    private final Access access;
    private final EntityManager entities;

    HistoryService(Access access, EntityManager entities) {
        this.access = access;
        this.entities = entities;
    }

    @Transactional
    HistoryView of(String code) {
        Standing standing = access.read(code);
        if (standing.bureau()) {
            standing.requireProgressReader();
        } else if (standing.operator()) {
            return told(happenings(standing.evaluation()), OF_OPERATOR::contains);
        } else {
            standing.requireDisclosed();
        }
        return told(happenings(standing.evaluation()), _ -> true);
    }

    /** Every version of the result and what brought it about: to whoever may see how the result comes about. */
    @Transactional
    HistoryView ofResult(String code) {
        Standing standing = access.read(code);
        standing.requireDisclosed();
        return told(happenings(standing.evaluation()), OF_RESULT::contains);
    }

    /** The submission of a sheet and its corrections: to its author, its party's lead and, once all have submitted, the bureau. */
    @Transactional
    HistoryView ofSheet(String code, String evaluator) {
        Standing standing = access.read(code);
        Optional<Party> party = access.partyOf(code, evaluator);
        if (!standing.bureau() || !standing.evaluation().phase().isDisclosed()) {
            standing.requirePledged();
            standing.requireOwnOrLead(evaluator, party);
        }
        if (party.isEmpty()) {
            throw EvaluationProblem.EVALUATOR_NOT_FOUND.because("评估团队中没有评委 %s", evaluator);
        }
        return told(query(OF_SHEET).setParameter("code", code).setParameter("evaluator", evaluator), _ -> true);
    }

    private NativeQuery<Tuple> happenings(Evaluation evaluation) {
        return query(HAPPENINGS)
                .setParameter("code", evaluation.code())
                .setParameter("disclosed", evaluation.phase().isDisclosed());
    }

    private NativeQuery<Tuple> query(String happenings) {
        return entities.unwrap(Session.class).createNativeQuery(happenings, Tuple.class);
    }

    private static HistoryView told(NativeQuery<Tuple> happenings, Predicate<Happening> which) {
        return new HistoryView(happenings.getResultList().stream()
                .filter(row -> which.test(kind(row)))
                .map(HistoryService::entry)
                .toList());
    }

    private static Happening kind(Tuple tuple) {
        return Happening.valueOf(tuple.get("kind", String.class));
    }

    private static HistoryView.Entry entry(Tuple tuple) {
        Happening kind = kind(tuple);
        String party = tuple.get("party", String.class);
        Happening.Row row = new Happening.Row(
                tuple.get("label", String.class),
                party == null ? null : Party.valueOf(party),
                tuple.get("subject", String.class),
                tuple.get("words", String.class));
        return new HistoryView.Entry(tuple.get("at", Instant.class), kind.who(row), kind.told(row));
    }
}
