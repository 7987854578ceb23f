-- To which account the bureau has last issued a first password, who did so and when; the audit keeps all the times. Never the password.
create table issued_password (
  district text not null,
  account text not null,
  issued_by text not null,
  issued_at timestamptz not null,
  constraint issued_password_pk primary key (district, account)
);
call limit_rows('issued_password', 'is_visible(district)');
