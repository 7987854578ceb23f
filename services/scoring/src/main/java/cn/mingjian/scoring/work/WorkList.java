package cn.mingjian.scoring.work;

import cn.mingjian.platform.caller.Caller;
import cn.mingjian.scoring.evaluation.Roles;
import cn.mingjian.scoring.work.WorkResource.OwnSeat;
import cn.mingjian.scoring.work.WorkResource.WorkItem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.hibernate.Session;

/** Finds the evaluations where an account has a seat, or holds the bureau's or the operator's role; one statement a page. */
@ApplicationScoped
class WorkList {

    private static final String PAGE = """
            with listed as (
            select e.code as evaluation, e.district as district, e.station as station, e.phase as phase,
                   e.under_way, e.opened_at,
                   opening.content ->> 'title' as title, opening.content ->> 'stage' as stage,
                   opening.content ->> 'onSite' as on_site, opening.content ->> 'reportDate' as report_date,
                   seat.evaluator as evaluator, seat.party as party, seat.role = 'LEAD' as lead,
                   exists (select 1 from pledge p
                            where p.evaluation = e.code and p.evaluator = seat.evaluator) as pledged,
                   case when sheet.version is null then 'NONE'
                        when sheet.submitted_at is null then 'DRAFT' else 'SUBMITTED' end as sheet,
                   (select count(*) from item_score i where i.sheet_id = sheet.id) as scored,
                   (select count(*) from document r, jsonb_path_query(r.content, cast('strict $.parties.' || seat.party || '.**.max' as jsonpath))
                     where r.owner = e.code and r.kind = 'rubric' and r.version = e.rubric_frozen) as items,
                   case when seat.role = 'LEAD' then coalesce(jsonb_array_length(findings.content -> 'findings'), 0) > 0 end as findings,
                   deadline.content ->> 'dueAt' as due_at,
                   exists (select 1 from party_submission s
                            where s.evaluation = e.code and s.party = seat.party and s.reopened_at is null) as party_submitted,
                   e.phase = 'FEEDBACK' and sheet.submitted_at is not null
                     and exists (select 1 from objection o
                                  where o.evaluation = e.code and o.decision = 'UPHELD'
                                    and coalesce(o.party, seat.party) = seat.party
                                    and not exists (select 1 from amendment a
                                                     where a.evaluation = o.evaluation and a.origin = o.origin
                                                       and a.objection = o.number
                                                       and (a.party <> seat.party or a.evaluator = seat.evaluator)))
                     as reopened,
                   e.phase = 'SCORING' and exists (
                     select 1 from paper_sheet p
                       join panel_member m on (m.evaluation, m.evaluator) = (p.evaluation, p.evaluator)
                      where p.evaluation = e.code and m.party = seat.party
                        and p.confirmed_at is null and p.entered_by <> :account
                        and not exists (select 1 from recusal r
                                         where (r.evaluation, r.evaluator) = (m.evaluation, m.evaluator)
                                           and r.decision = 'UPHELD')) as to_compare,
                   case when :bureau || ' ' || e.district = any(:rights) then array_to_string(array[
                     case when e.under_way
                           and exists (select 1 from recusal r where r.evaluation = e.code and r.decision is null)
                          then 'RECUSAL' end,
                     case when e.under_way
                           and exists (select 1 from veto v where v.evaluation = e.code and v.upheld is null)
                          then 'VETO' end,
                     case when e.phase = 'FEEDBACK'
                           and exists (select 1 from objection o where o.evaluation = e.code and o.decision is null)
                          then 'OBJECTION' end,
                     case when exists (select 1 from appeal a where a.evaluation = e.code and a.decision is null)
                          then 'APPEAL' end,
                     case when exists (select 1 from appeal a
                                        left join evaluation instead on instead.code = a.reevaluation
                                        where a.evaluation = e.code and a.decision = 'UPHELD'
                                          and coalesce(instead.phase, 'CANCELLED') = 'CANCELLED')
                          then 'REEVALUATION' end,
                     case when exists (
                            select 1 from document done
                             where done.owner = e.code and done.kind like 'followup/%'
                               and done.content ->> 'state' = 'DONE'
                               and not exists (select 1 from document later
                                                where later.owner = e.code and later.kind = done.kind
                                                  and later.version > done.version)
                               and not exists (select 1 from document verified
                                                where verified.owner = e.code
                                                  and verified.kind = replace(done.kind, 'followup/', 'verification/')
                                                  and verified.content ->> 'followUpVersion' = done.version::text))
                          then 'REMEDIATION' end,
                     case when e.phase = 'PREPARING' and not exists (select 1 from panel_member m where m.evaluation = e.code)
                          then 'PANEL' end,
                     case when e.phase = 'PREPARING' and not exists (
                            select 1 from document r where r.owner = e.code and r.kind = 'rubric')
                          then 'RUBRIC' end,
                     case when e.phase = 'PREPARING' and e.achievement_heard is not null and e.staffing_heard is not null
                           and exists (select 1 from document r where r.owner = e.code and r.kind = 'rubric')
                           and (select count(distinct m.party) from panel_member m
                                 where m.evaluation = e.code and m.role = 'LEAD'
                                   and not exists (select 1 from recusal r
                                                    where (r.evaluation, r.evaluator) = (m.evaluation, m.evaluator)
                                                      and r.decision = 'UPHELD')) = 4
                           and not exists (select 1 from panel_member m
                                            where m.evaluation = e.code
                                              and not exists (select 1 from pledge p
                                                               where (p.evaluation, p.evaluator) = (m.evaluation, m.evaluator))
                                              and not exists (select 1 from recusal r
                                                               where (r.evaluation, r.evaluator) = (m.evaluation, m.evaluator)
                                                                 and r.decision = 'UPHELD'))
                          then 'FREEZE' end], ' ')
                        when :operator || ' ' || e.district || '/' || e.station = any(:rights) then array_to_string(array[
                     case when e.phase not in ('CLOSED', 'CANCELLED')
                           and exists (select 1 from veto v
                                        where v.evaluation = e.code and v.upheld is null and v.heard_on is null)
                          then 'HEARING' end,
                     case when e.phase in ('FEEDBACK', 'CLOSED')
                           and (select count(*)
                                  from (select distinct on (kind) content from document
                                         where owner = e.code and kind like 'findings/%' order by kind, version desc) written,
                                       jsonb_path_query(written.content, 'strict $.findings[*].kind ? (@ == "CONCERN")'))
                             > (select count(*)
                                  from (select distinct on (kind) kind, version, content from document
                                         where owner = e.code and kind like 'followup/%' order by kind, version desc) done
                                 where done.content ->> 'state' = 'DONE'
                                   and not exists (select 1 from document returned
                                                    where returned.owner = e.code
                                                      and returned.kind = replace(done.kind, 'followup/', 'verification/')
                                                      and returned.content ->> 'followUpVersion' = done.version::text
                                                      and returned.content ->> 'outcome' = 'RETURNED'))
                          then 'REMEDIATION' end], ' ') end as undecided
              from evaluation e
              join lateral (select content from document
                             where owner = e.code and kind = 'opening' order by version desc limit 1) opening on true
              left join lateral (
                select m.evaluator, m.party, m.role from panel_member m
                 where m.evaluation = e.code and m.account = :account
                   and (replace(lower(m.party), '_', '-') || ' ' || e.district || '/' || e.station = any(:rights)
                        or replace(lower(m.party), '_', '-') || ' ' || e.district = any(:rights))
                   and not exists (select 1 from recusal r
                                    where r.evaluation = m.evaluation and r.evaluator = m.evaluator
                                      and r.decision = 'UPHELD')) seat on true
              left join lateral (select id, version, submitted_at from sheet s
                                  where s.evaluation = e.code and s.evaluator = seat.evaluator
                                  order by version desc limit 1) sheet on true
              left join lateral (select content from document
                                  where owner = e.code and kind = 'deadline/' || seat.party
                                  order by version desc limit 1) deadline on true
              left join lateral (select content from document
                                  where owner = e.code and kind = 'findings/' || seat.party
                                  order by version desc limit 1) findings on true
             where (seat.evaluator is not null
                    or :bureau || ' ' || e.district = any(:rights)
                    or :operator || ' ' || e.district || '/' || e.station = any(:rights))
               and (cast(:phase as text) is null or e.phase = :phase)
               {few}
               and (cast(:after as text) is null
                    or (e.under_way, e.opened_at, e.code)
                       < (select under_way, opened_at, code from evaluation where code = :after))
            )
            select * from listed
             where not cast(:waiting as boolean)
                or undecided <> ''
                or phase = 'FEEDBACK'
                or phase = 'PREPARING' and :operator || ' ' || district || '/' || station = any(:rights)
                or to_compare
                or under_way and evaluator is not null and not party_submitted
                   and (lead or not pledged or phase = 'SCORING' and sheet <> 'SUBMITTED')
             order by under_way desc, opened_at desc, evaluation desc
             limit :limit
            """;

    // Of a district's rounds there are more each year: a list starts from the few that it may show. Row security
    // uses an index only where places are compared as they are, so the rights are taken apart first.
    private static final String OWN = """
            with held as materialized (
              select split_part(place, '/', 1) as district, split_part(place, '/', 2) as station
                from unnest(:rights) as granted, split_part(granted, ' ', 2) as place
               where granted like :operator || ' %/%')
            select m.evaluation from panel_member m where m.account = :account
            union all
            select run.code from held join evaluation run on (run.district, run.station) = (held.district, held.station)
            """;

    private static final String WAITING = """
            union all
            select code from evaluation where under_way
            union all
            select evaluation from appeal where decision is null or decision = 'UPHELD' and reevaluation is null
            union all
            select a.evaluation from appeal a join evaluation instead on instead.code = a.reevaluation and instead.phase = 'CANCELLED'
            union all
            select evaluations_to_verify()
            """;

    private final EntityManager entities;
    private final Caller caller;
    private final Clock clock = Clock.systemUTC();

    WorkList(EntityManager entities, Caller caller) {
        this.entities = entities;
        this.caller = caller;
    }

    /** A page and one more, when there is one. */
    @Transactional
    List<WorkItem> page(WorkQuery query) {
        String[] rights = caller.held().stream()
                .map(right -> right.role() + " " + right.place().path())
                .toArray(String[]::new);
        List<Tuple> rows = entities.unwrap(Session.class)
                .createNativeQuery(PAGE.replace("{few}", few(query.waiting())), Tuple.class)
                .setParameter("account", caller.account())
                .setParameter("rights", rights)
                .setParameter("bureau", Roles.BUREAU)
                .setParameter("operator", Roles.OPERATOR)
                .setParameter("phase", query.phase())
                .setParameter("after", query.after())
                .setParameter("waiting", query.waiting())
                .setParameter("limit", query.limit() + 1)
                .getResultList();
        Instant now = clock.instant();
        return rows.stream().map(row -> item(row, now)).toList();
    }

    /** A bureau's list of all rounds needs no start: it is read in its own order until the page is full. */
    private String few(boolean waiting) {
        boolean bureau = caller.held().stream().anyMatch(right -> right.role().equals(Roles.BUREAU));
        if (!bureau) return "and e.code = any(array(" + OWN + "))";
        return waiting ? "and e.code = any(array(" + OWN + WAITING + "))" : "";
    }

    private static WorkItem item(Tuple row, Instant now) {
        return new WorkItem(
                text(row, "evaluation"),
                text(row, "district"),
                text(row, "station"),
                text(row, "title"),
                text(row, "stage"),
                text(row, "phase"),
                day(row, "on_site"),
                day(row, "report_date"),
                text(row, "evaluator") == null ? null : seat(row, now),
                undecided(row));
    }

    private static OwnSeat seat(Tuple row, Instant now) {
        String due = text(row, "due_at");
        Instant dueAt = due == null ? null : OffsetDateTime.parse(due).toInstant();
        boolean submitted = row.get("party_submitted", Boolean.class);
        return new OwnSeat(
                text(row, "evaluator"),
                text(row, "party"),
                row.get("lead", Boolean.class),
                row.get("pledged", Boolean.class),
                text(row, "sheet"),
                row.get("scored", Long.class).intValue(),
                row.get("items", Long.class).intValue(),
                row.get("findings", Boolean.class),
                row.get("reopened", Boolean.class),
                row.get("to_compare", Boolean.class),
                dueAt,
                dueAt != null && !submitted && !now.isBefore(dueAt),
                submitted);
    }

    private static List<String> undecided(Tuple row) {
        String undecided = text(row, "undecided");
        return undecided == null || undecided.isEmpty() ? List.of() : List.of(undecided.split(" "));
    }

    private static LocalDate day(Tuple row, String column) {
        String day = text(row, column);
        return day == null ? null : LocalDate.parse(day);
    }

    private static String text(Tuple row, String column) {
        return row.get(column, String.class);
    }
}
