-- When a round entered each phase after the first, and by whose act.
create table phase_change (
  id bigint generated always as identity constraint phase_change_pk primary key,
  evaluation text not null constraint phase_change_evaluation references evaluation,
  phase text not null,
  reason text,
  entered_by text not null,
  entered_at timestamptz not null default clock_timestamp(),
  constraint phase_change_once unique (evaluation, phase)
);
call limit_rows('phase_change', 'exists (select from evaluation where code = phase_change.evaluation)');
