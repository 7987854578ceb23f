-- Rows of before stay as they were decided.
alter table veto
  add constraint veto_upheld_after_a_hearing check (upheld is not true or heard_on is not null) not valid;
