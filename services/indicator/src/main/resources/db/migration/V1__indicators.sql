-- Evaluations as scoring opened them; the frozen versions are set once, when scoring begins.
create table evaluation (
  code text constraint evaluation_pk primary key,
  station text not null,
  agreement text not null,
  agreement_version int not null,
  window_from date not null,
  window_to date not null,
  on_site date not null,
  review_within_days int not null,
  records_expected boolean not null,
  frozen_achievement int,
  frozen_declared int,
  frozen_resources int,
  constraint evaluation_window_in_order check (window_from <= window_to),
  constraint evaluation_review_days_not_negative check (review_within_days >= 0),
  constraint evaluation_frozen_whole check (
    frozen_achievement is not null or (frozen_declared is null and frozen_resources is null))
);
create index evaluation_station on evaluation (station);

-- The highest version of each record and what it contributes. '' = the record names no area or community.
create table record_head (
  station text not null,
  record text not null,
  version int not null,
  content_hash bytea not null,
  type text not null,
  occurred_on date not null,
  status text not null,
  submitted_day date not null,
  area text not null,
  community text not null,
  attendance bigint not null,
  constraint record_head_pk primary key (station, record),
  constraint record_head_version_positive check (version > 0),
  constraint record_head_status check (status in ('SUBMITTED', 'APPROVED', 'RETURNED')),
  constraint record_head_attendance_not_negative check (attendance >= 0)
);
-- The review backlog is counted from here, exactly and without touching reviewed records.
create index record_head_unreviewed on record_head (station, submitted_day) where status = 'SUBMITTED';

-- Versions below the head: only enough to tell a repeat from a conflict.
create table record_superseded (
  station text not null,
  record text not null,
  version int not null,
  content_hash bytea not null,
  constraint record_superseded_pk primary key (station, record, version)
);

-- What approved heads add up to, by day and type: windows are exact and a change of catalogue needs no recount.
create table record_total (
  station text not null,
  type text not null,
  day date not null,
  area text not null,
  community text not null,
  records bigint not null,
  attendance bigint not null,
  constraint record_total_pk primary key (station, type, day, area, community),
  constraint record_total_positive check (records > 0 and attendance >= 0)
);
create index record_total_window on record_total (station, day);

-- Applied chunks of deliveries; a delivery is counted when all of its chunks are here.
create table delivery_chunk (
  station text not null,
  delivery text not null,
  chunk int not null,
  last boolean not null,
  accepted int not null default 0,
  duplicates int not null default 0,
  conflicts int not null default 0,
  constraint delivery_chunk_pk primary key (station, delivery, chunk),
  constraint delivery_chunk_not_negative check (chunk >= 0)
);
