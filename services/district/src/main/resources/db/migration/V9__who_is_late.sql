-- The board names the parties that are late, in the order in which they were due.
create or replace view board_row with (security_invoker = true) as
select e.evaluation, e.district, e.station, e.station_name, e.town, e.title, e.stage, e.phase, e.report_date, e.issued_at,
       case when e.phase = 'CLOSED' then e.total::numeric end as total,
       case when e.phase = 'CLOSED' then e.grade end as grade,
       case when e.phase = 'CLOSED' then e.parties end as parties,
       e.indicators, e.indicators_met, e.indicators_exceeded, e.headcount, e.certified_rate, e.retention,
       p.total::numeric as previous_total, p.grade as previous_grade,
       array_remove(array[
         case when l.parties is not null then 'OVERDUE' end,
         case when e.phase not in ('CLOSED', 'CANCELLED') and e.report_date < (now() at time zone 'Asia/Shanghai')::date then 'REPORT_LATE' end,
         case when e.phase = 'CLOSED' and e.issued_at is null then 'NOT_ISSUED' end,
         case when e.phase = 'CLOSED' and e.total::numeric < p.total::numeric then 'DECLINED' end], null) as alerts,
       coalesce(l.parties, '{}') as late
  from board_entry e
  left join lateral (select array_agg(d.party order by d.due_at, d.party) as parties from watched_deadline d
                      where d.evaluation = e.evaluation and d.due_at < now() and not d.submitted) l on true
  left join lateral (select b.total, b.grade from board_entry b
                      where e.phase = 'CLOSED' and b.district = e.district and b.station = e.station and b.phase = 'CLOSED'
                        and b.report_date < e.report_date
                      order by b.report_date desc limit 1) p on true;

-- Registered stations that nobody evaluates or has evaluated.
create view unevaluated_station with (security_invoker = true) as
select p.path from place p
 where exists (select from document d where d.owner = p.path and d.kind = 'station')
   and not exists (select from board_entry b
                    where b.district = split_part(p.path, '/', 1) and b.station = split_part(p.path, '/', 2)
                      and b.phase <> 'CANCELLED');
grant select on unevaluated_station to ${requests};
