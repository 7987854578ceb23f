-- Who of a panel has pledged: before that nothing opens. Whoever has a seat already has seen everything already.
create table pledged_account (
  evaluation text not null,
  account text not null,
  constraint pledged_account_pk primary key (evaluation, account)
);
insert into pledged_account (evaluation, account) select distinct evaluation, account from panel_seat;
call limit_rows('pledged_account', 'exists (select from evaluation where code = pledged_account.evaluation)');
revoke insert, update, delete on pledged_account from ${requests};
