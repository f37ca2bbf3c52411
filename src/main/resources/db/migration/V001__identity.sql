create table identity_account (
    account          uuid primary key,
    subject          varchar(255) not null unique,
    human            uuid not null,
    sealed_name      bytea not null,
    sealed_email     bytea,
    organisation     varchar(64),
    roles            varchar(500) not null,
    identifier_index varchar(100),
    language         varchar(35),
    created_at       timestamp with time zone not null,
    seen_at          timestamp with time zone not null,
    disabled         boolean default false not null
);

create index identity_account_human on identity_account (human);

create table kept_post (
    id            varchar(64) primary key,
    sealed        bytea not null,
    path          varchar(2000) not null,
    account_index varchar(64) not null,
    expires_at    timestamp with time zone not null
);

create index kept_post_expires on kept_post (expires_at);

create table spring_session (
    primary_id            char(36) primary key,
    session_id            char(36) not null unique,
    creation_time         bigint not null,
    last_access_time      bigint not null,
    max_inactive_interval integer not null,
    expiry_time           bigint not null,
    principal_name        varchar(100)
);

create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea not null,
    primary key (session_primary_id, attribute_name)
);
