-- Which rights the bureau has taken back, who did so last and when; the audit keeps all the times.
create table withdrawn_right (
  district text not null,
  station text not null,
  role text not null,
  account text not null,
  withdrawn_by text not null,
  withdrawn_at timestamptz not null,
  constraint withdrawn_right_pk primary key (district, station, role, account)
);
call limit_rows('withdrawn_right', 'is_visible(district)');
