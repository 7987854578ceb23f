-- The bureau takes off an evaluator who cannot go on: a recusal of its own, upheld as it is asked for.
alter table recusal
  drop constraint recusal_origin_known,
  add constraint recusal_origin_known check (origin in ('EVALUATOR', 'OPERATOR', 'BUREAU')),
  add constraint recusal_of_the_bureau_upheld check (origin <> 'BUREAU' or decision = 'UPHELD');

-- When an objection was raised and decided, and whose sheets it reopens; null of those told before, and where the bureau did not say.
alter table objection
  add column raised_at timestamptz,
  add column decided_at timestamptz,
  add column party text,
  add constraint objection_party_known check (party in ('THIRD_PARTY', 'SUPERVISORY_CENTER', 'PURCHASER', 'SUPERVISOR'));
