create table policy_change (
    id uuid not null,
    service varchar(100) not null,
    row_keys text not null,
    from_day date not null,
    loaded_at timestamp with time zone not null,
    told_at timestamp with time zone,
    constraint policy_change_pk primary key (id),
    constraint policy_change_folder foreign key (service) references policy_folder (service)
);
create index policy_change_untold on policy_change (told_at, loaded_at);
