-- Organisations that a district knows, under every name that is written for them.
create table organisation (
  district text not null,
  organisation text not null,
  name text not null,
  other_names text[] not null,
  constraint organisation_pk primary key (district, organisation)
);
call limit_rows('organisation', 'is_visible(district)');
