create table interest (
    id uuid not null,
    account uuid not null,
    service varchar(100) not null,
    awaited boolean not null,
    asked_at timestamp with time zone not null,
    stopped_at timestamp with time zone,
    stop_key varchar(22) not null,
    constraint interest_pk primary key (id),
    constraint interest_once unique (account, service),
    constraint interest_stop_key unique (stop_key)
);
create index interest_service on interest (service, asked_at);
