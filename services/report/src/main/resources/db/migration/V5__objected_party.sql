-- Whose sheets an upheld objection reopens; null leaves it to the party that amends first.
alter table feedback
  add column party text,
  add constraint feedback_party_known check (party in ('THIRD_PARTY', 'SUPERVISORY_CENTER', 'PURCHASER', 'SUPERVISOR')),
  add constraint feedback_party_of_an_upheld_objection check (party is null or decision = 'UPHELD');
