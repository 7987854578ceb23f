-- Since when nothing more is said of the draft: the bureau is about to close the round, and every objection is decided.
alter table evaluation add column feedback_concluded_at timestamptz;
