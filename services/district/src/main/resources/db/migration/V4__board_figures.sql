-- The board as one compares and sorts it: figures of the services they come from, the station's last result, what is amiss.
-- Whatever is shown of a round stands in its row: one look at a row instead of five, each under the conditions of row security.
alter table board_entry
  -- As registered now; null before the district knows the station.
  add station_name text,
  add town text,
  add report_date date,
  add parties jsonb,
  -- The frozen versions; before the freeze the latest ones count.
  add achievement_version int,
  add staffing_version int,
  add indicators int,
  add indicators_met int,
  add indicators_exceeded int,
  add headcount int,
  add certified_rate numeric,
  add retention numeric;
update board_entry e set station_name = s.content ->> 'name', town = s.content ->> 'town'
  from (select distinct on (owner) owner, content from document where kind = 'station' order by owner, version desc) s
 where s.owner = e.district || '/' || e.station;

-- Versions arrive before and after the freeze that names one of them, so all are kept; nobody but the worker reads them.
create table board_achievement (
  evaluation text not null constraint board_achievement_entry references board_entry on delete cascade,
  version int not null,
  indicators int,
  indicators_met int,
  indicators_exceeded int,
  constraint board_achievement_pk primary key (evaluation, version)
);
create table board_staffing (
  evaluation text not null constraint board_staffing_entry references board_entry on delete cascade,
  version int not null,
  headcount int,
  certified_rate numeric,
  retention numeric,
  constraint board_staffing_pk primary key (evaluation, version)
);
revoke all on board_achievement, board_staffing from ${requests};

-- Who has not submitted in time is the district's to know, and of its accounts only those that do not score the round.
grant select on watched_deadline to ${requests};
call limit_rows('watched_deadline', 'exists (select from board_entry e where e.evaluation = watched_deadline.evaluation and is_visible(e.district))
  and not exists (select from panel_seat s where s.evaluation = watched_deadline.evaluation and s.account = current_setting(''app.account'', true))');

-- Seen with the rights of whoever asks. Results show once a round is closed.
create view board_row with (security_invoker = true) as
select e.evaluation, e.district, e.station, e.station_name, e.town, e.title, e.stage, e.phase, e.report_date, e.issued_at,
       case when e.phase = 'CLOSED' then e.total::numeric end as total,
       case when e.phase = 'CLOSED' then e.grade end as grade,
       case when e.phase = 'CLOSED' then e.parties end as parties,
       e.indicators, e.indicators_met, e.indicators_exceeded, e.headcount, e.certified_rate, e.retention,
       p.total::numeric as previous_total, p.grade as previous_grade,
       array_remove(array[
         case when exists (select from watched_deadline d where d.evaluation = e.evaluation and d.due_at < now()) then 'OVERDUE' end,
         case when e.phase not in ('CLOSED', 'CANCELLED') and e.report_date < (now() at time zone 'Asia/Shanghai')::date then 'REPORT_LATE' end,
         case when e.phase = 'CLOSED' and e.issued_at is null then 'NOT_ISSUED' end,
         case when e.phase = 'CLOSED' and e.total::numeric < p.total::numeric then 'DECLINED' end], null) as alerts
  from board_entry e
  left join lateral (select b.total, b.grade from board_entry b
                      where e.phase = 'CLOSED' and b.district = e.district and b.station = e.station and b.phase = 'CLOSED'
                        and b.report_date < e.report_date
                      order by b.report_date desc limit 1) p on true;
grant select on board_row to ${requests}, ${worker};

-- What is to be made anew from the events, and what came of it.
create table board_rebuilding (
  district text constraint board_rebuilding_pk primary key,
  asked_at timestamptz not null,
  done_at timestamptz,
  evaluations int
);
call limit_rows('board_rebuilding', 'is_visible(district)');
