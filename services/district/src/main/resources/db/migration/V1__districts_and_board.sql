-- A district or a station (nansha, nansha/dagang): the row that is locked while a version of its documents is made.
create table place (
  path text not null constraint place_pk primary key,
  constraint place_path_form check (path ~ '^[a-z0-9-]+(/[a-z0-9-]+)?$')
);

-- The board of a district: one row an evaluation, kept from what scoring and report tell.
create table board_entry (
  evaluation text not null constraint board_entry_pk primary key,
  district text not null,
  station text not null,
  title text not null,
  stage text not null,
  phase text not null,
  total text,
  grade text,
  issued_at timestamptz
);
create index board_entry_district on board_entry (district, station);
