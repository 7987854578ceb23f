-- Appeals that ask for something and rounds whose concerns are followed up: few among all that have ended.
create index appeal_waiting on appeal (evaluation) where decision is null or decision = 'UPHELD' and reevaluation is null;
create index document_follow_up on document (owner) where kind like 'followup/%';
