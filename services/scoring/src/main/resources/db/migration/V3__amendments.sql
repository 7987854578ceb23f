-- A correction of a submitted sheet: what it changed is the difference of the sheet's versions.
create table amendment (
  id bigint generated always as identity constraint amendment_pk primary key,
  evaluation text not null,
  evaluator text not null,
  party text not null,
  number int not null,
  sheet_version int not null,
  origin text not null,
  objection int not null,
  reason text not null,
  amended_by text not null,
  amended_at timestamptz not null,
  constraint amendment_once unique (evaluation, evaluator, number),
  constraint amendment_positive check (number > 0),
  constraint amendment_of_a_sheet foreign key (evaluation, evaluator, sheet_version)
    references sheet (evaluation, evaluator, version),
  constraint amendment_of_an_objection foreign key (evaluation, origin, objection)
    references objection (evaluation, origin, number)
);
call limit_rows('amendment', 'exists (select from evaluation where code = amendment.evaluation)');
