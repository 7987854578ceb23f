-- What was refused may be asked for again, for another reason; one request at a time waits or holds.
alter table recusal drop constraint recusal_once;
create unique index recusal_once on recusal (evaluation, evaluator, origin) where decision is distinct from 'REFUSED';
create index recusal_by_evaluator on recusal (evaluation, evaluator);
