-- What is kept of the tenants, in PostgreSQL and in SQLite alike. Only the snapshots are ever written over: they can be made again from the entries.

create table if not exists organisation (
    org varchar(63) primary key,
    part integer not null,
    industry varchar(100) not null
);

create index if not exists organisation_part on organisation (part);

create table if not exists entry (
    org varchar(63) not null,
    number integer not null,
    kind varchar(20) not null,
    key varchar(200) not null,
    payload text not null,
    recorded_at timestamp with time zone not null default current_timestamp,
    primary key (org, number),
    unique (org, key)
);

create table if not exists snapshot (
    org varchar(63) primary key,
    number integer not null,
    document text not null
);

create table if not exists review (
    org varchar(63) not null,
    as_of varchar(10) not null,
    changes text not null,
    primary key (org, as_of)
);
