-- Who attached which file to a round; the content lies in the content store under its digest.
create table attachment (
  id bigint generated always as identity constraint attachment_pk primary key,
  evaluation text not null constraint attachment_evaluation references evaluation,
  digest text not null,
  name text not null,
  type text not null,
  bytes bigint not null,
  party text,
  attached_by text not null,
  attached_at timestamptz not null,
  constraint attachment_once unique (evaluation, attached_by, digest),
  constraint attachment_digest_whole check (digest ~ '^[0-9a-f]{64}$'),
  constraint attachment_never_empty check (bytes > 0)
);
call limit_rows('attachment', 'exists (select from evaluation where code = attachment.evaluation)');

-- What a score rests on.
alter table item_score add evidence text[] not null default '{}';

-- Which text a pledge was signed under.
alter table pledge add text_version int not null default 1;

-- Whose work an agreement buys; unknown for those learnt before.
alter table agreement add operator text;

-- Whom a district may ask to evaluate.
create table evaluator_profile (
  district text not null,
  evaluator text not null,
  label text not null,
  account text,
  organisation text not null,
  expertise text[] not null,
  past_employers text[] not null,
  active boolean not null,
  constraint evaluator_profile_pk primary key (district, evaluator)
);
call limit_rows('evaluator_profile', 'is_visible(district)');
