create table audit_head (
    chain varchar(100) not null,
    seq bigint not null,
    hash varchar(64) not null,
    constraint audit_head_pk primary key (chain)
);

create table audit_entry (
    chain varchar(100) not null,
    seq bigint not null,
    at timestamp with time zone not null,
    code varchar(200) not null,
    account uuid,
    reference varchar(200),
    facts text not null,
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    constraint audit_entry_pk primary key (chain, seq)
);

create index audit_entry_reference on audit_entry (reference);
