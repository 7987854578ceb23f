-- What staffing needs of an agreement version: the staff it requires and the areas workers may belong to.
create table agreement (
  station text not null,
  code text not null,
  version int not null,
  required_staff int not null,
  areas text[] not null,
  constraint agreement_pk primary key (station, code, version),
  constraint agreement_version_positive check (version > 0),
  constraint agreement_required_staff_not_negative check (required_staff >= 0)
);

-- One evaluation: what its computation depends on, and the version that was frozen.
create table evaluation (
  code text not null constraint evaluation_pk primary key,
  station text not null,
  agreement text not null,
  agreement_version int not null,
  evidence_from date not null,
  evidence_to date not null,
  experienced_years int not null,
  half_month_after_day int not null,
  retention text not null,
  frozen_version int,
  constraint evaluation_agreement_fk foreign key (station, agreement, agreement_version) references agreement,
  constraint evaluation_window_forward check (evidence_from <= evidence_to),
  constraint evaluation_retention_known check (retention in ('TURNOVER', 'ON_DUTY', 'CERTIFIED_ON_DUTY')),
  constraint evaluation_frozen_version_positive check (frozen_version > 0)
);
