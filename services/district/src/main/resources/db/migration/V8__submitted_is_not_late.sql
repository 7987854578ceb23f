-- A party that has submitted is late no more, however long its deadline is over.
create or replace view board_row with (security_invoker = true) as
select e.evaluation, e.district, e.station, e.station_name, e.town, e.title, e.stage, e.phase, e.report_date, e.issued_at,
       case when e.phase = 'CLOSED' then e.total::numeric end as total,
       case when e.phase = 'CLOSED' then e.grade end as grade,
       case when e.phase = 'CLOSED' then e.parties end as parties,
       e.indicators, e.indicators_met, e.indicators_exceeded, e.headcount, e.certified_rate, e.retention,
       p.total::numeric as previous_total, p.grade as previous_grade,
       array_remove(array[
         case when exists (select from watched_deadline d where d.evaluation = e.evaluation and d.due_at < now()
                             and not d.submitted) then 'OVERDUE' end,
         case when e.phase not in ('CLOSED', 'CANCELLED') and e.report_date < (now() at time zone 'Asia/Shanghai')::date then 'REPORT_LATE' end,
         case when e.phase = 'CLOSED' and e.issued_at is null then 'NOT_ISSUED' end,
         case when e.phase = 'CLOSED' and e.total::numeric < p.total::numeric then 'DECLINED' end], null) as alerts
  from board_entry e
  left join lateral (select b.total, b.grade from board_entry b
                      where e.phase = 'CLOSED' and b.district = e.district and b.station = e.station and b.phase = 'CLOSED'
                        and b.report_date < e.report_date
                      order by b.report_date desc limit 1) p on true;
