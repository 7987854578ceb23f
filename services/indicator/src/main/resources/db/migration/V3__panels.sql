-- Who is on an evaluation's panel now, by account id: of a station's parties only they see its evidence.
create table panel_seat (
  evaluation text not null,
  account text not null,
  role text not null,
  constraint panel_seat_pk primary key (evaluation, account, role),
  constraint panel_seat_role_known check (role in ('third-party', 'supervisory-center', 'purchaser', 'supervisor'))
);
call limit_rows('panel_seat', 'exists (select from evaluation where code = panel_seat.evaluation)');
revoke insert, update, delete on panel_seat from ${requests};
