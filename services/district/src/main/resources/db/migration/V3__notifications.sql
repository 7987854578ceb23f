-- What notifications need to know of an evaluation.
create table told_evaluation (
  evaluation text constraint told_evaluation_pk primary key,
  place text not null,
  title text not null
);
insert into told_evaluation (evaluation, place, title) select evaluation, district || '/' || station, title from board_entry;
revoke all on told_evaluation from ${requests};

-- Who is or was on a panel; whoever left keeps a row, so that what only the uninvolved may read stays hidden.
create table panel_seat (
  evaluation text not null,
  account text not null,
  party text not null,
  active boolean not null,
  constraint panel_seat_pk primary key (evaluation, account)
);
call limit_rows('panel_seat', 'account = current_setting(''app.account'', true)');

-- What is reminded of. The smallest number of days that was reminded of before the party's deadline, null before the first.
create table watched_deadline (
  evaluation text not null,
  party text not null,
  due_at timestamptz not null,
  reminded int,
  missed boolean not null default false,
  constraint watched_deadline_pk primary key (evaluation, party)
);
create index watched_deadline_due on watched_deadline (due_at) where not missed;
revoke all on watched_deadline from ${requests};

-- To one account, or to whoever holds a role at the place or at one that contains it.
create table notification (
  id bigint generated always as identity constraint notification_pk primary key,
  kind text not null,
  evaluation text not null,
  place text not null,
  account text,
  role text,
  uninvolved boolean not null default false,
  sentence text not null,
  at timestamptz not null,
  spread_at timestamptz,
  constraint notification_addressed check (num_nonnulls(account, role) = 1)
);
create index notification_account on notification (account, id) where account is not null;
create index notification_role on notification (role, place, id) where role is not null;
create index notification_unspread on notification (id) where spread_at is null;
call limit_rows('notification', 'is_visible(place) and (account is null or account = current_setting(''app.account'', true))');
revoke insert, update, delete on notification from ${requests};

create table notification_reading (
  notification bigint not null constraint notification_reading_notification references notification,
  account text not null,
  read_at timestamptz not null,
  constraint notification_reading_pk primary key (notification, account)
);
call limit_rows('notification_reading', 'account = current_setting(''app.account'', true)');

create table notification_preference (
  account text constraint notification_preference_pk primary key,
  email text,
  muted text[] not null
);
call limit_rows('notification_preference', 'account = current_setting(''app.account'', true)');

-- A mail to send, one for a notification and an account; sent at least once, always under the same message id.
create table mail (
  id bigint generated always as identity constraint mail_pk primary key,
  notification bigint not null constraint mail_notification references notification,
  account text not null,
  attempts int not null default 0,
  next_at timestamptz not null,
  sent_at timestamptz,
  failure text,
  constraint mail_once unique (notification, account)
);
create index mail_pending on mail (next_at) where sent_at is null;
revoke all on mail from ${requests};
