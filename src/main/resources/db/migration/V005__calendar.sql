create table calendar_year (
    calendar varchar(8) not null,
    in_year integer not null,
    source varchar(200) not null,
    note varchar(1000) not null,
    constraint calendar_year_pk primary key (calendar, in_year)
);

create table calendar_day (
    calendar varchar(8) not null,
    on_day date not null,
    kind varchar(4) not null,
    constraint calendar_day_pk primary key (calendar, on_day),
    constraint calendar_day_kind check (kind in ('OFF', 'WORK'))
);
