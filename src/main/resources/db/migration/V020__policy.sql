create table policy_folder (
    service varchar(100) not null,
    constraint policy_folder_pk primary key (service)
);

create table policy_row (
    id uuid not null,
    service varchar(100) not null,
    kind varchar(20) not null,
    row_key varchar(100) not null,
    row_value text not null,
    unit varchar(100) not null,
    texts text not null,
    from_day date not null,
    until_day date,
    source_key varchar(60) not null,
    source_title text not null,
    source_number varchar(200),
    source_url text,
    source_published date,
    confidence varchar(20) not null,
    note text not null,
    entered_by varchar(100) not null,
    approved_by varchar(100) not null,
    content varchar(64) not null,
    loaded_at timestamp with time zone not null,
    superseded_at timestamp with time zone,
    superseded_by varchar(100),
    constraint policy_row_pk primary key (id),
    constraint policy_row_folder foreign key (service) references policy_folder (service),
    constraint policy_row_days check (until_day is null or until_day >= from_day),
    constraint policy_row_superseded check ((superseded_at is null) = (superseded_by is null))
);

create index policy_row_service on policy_row (service, from_day);
