create table document_owner (
    owner_kind varchar(40) not null,
    owner_id uuid not null,
    constraint document_owner_pk primary key (owner_kind, owner_id)
);

create table document (
    id uuid not null,
    owner_kind varchar(40) not null,
    owner_id uuid not null,
    sealed_name bytea not null,
    media_type varchar(40) not null,
    size bigint not null,
    sha256 varchar(64) not null,
    chunks integer not null,
    stored_at timestamp with time zone not null,
    constraint document_pk primary key (id),
    constraint document_owned foreign key (owner_kind, owner_id) references document_owner (owner_kind, owner_id),
    constraint document_once unique (owner_kind, owner_id, sha256),
    constraint document_not_empty check (size > 0 and chunks > 0)
);

create table document_chunk (
    document uuid not null,
    n integer not null,
    sealed bytea not null,
    constraint document_chunk_pk primary key (document, n),
    constraint document_chunk_of foreign key (document) references document (id) on delete cascade
);
