-- Stations that records may be delivered for, as district registered them.
create table station (
  place text constraint station_pk primary key,
  version int not null,
  name text not null
);

-- The receipt of each delivery; what indicator made of it comes later.
create table delivery (
  station text not null constraint delivery_of_station references station (place),
  key text not null,
  digest text not null default '',
  lines bigint not null default 0,
  quarantined bigint not null default 0,
  accepted bigint,
  duplicates bigint,
  conflicts bigint,
  received_at timestamptz not null default now(),
  constraint delivery_pk primary key (station, key),
  constraint delivery_lines check (quarantined between 0 and lines),
  constraint delivery_counted_whole check (num_nulls(accepted, duplicates, conflicts) in (0, 3))
);

-- Lines that could not be taken, for whoever sent them.
create table quarantined_line (
  station text not null,
  delivery text not null,
  line bigint not null,
  reason text not null,
  raw text not null,
  constraint quarantined_line_pk primary key (station, delivery, line),
  constraint quarantined_line_of_delivery foreign key (station, delivery) references delivery (station, key)
);
