create table clock (
    id uuid primary key,
    request uuid not null references request (id),
    due_key varchar(80) not null,
    organisation varchar(80),
    term varchar(40) not null,
    opened_at timestamp with time zone not null,
    due_at timestamp with time zone,
    stage integer not null,
    next_at timestamp with time zone,
    paused_at timestamp with time zone,
    closed_at timestamp with time zone
);
create index clock_request on clock (request, closed_at);
create index clock_next on clock (closed_at, next_at);

create table clock_pause (
    clock uuid not null references clock (id),
    paused_at timestamp with time zone not null,
    resumed_at timestamp with time zone not null,
    reason varchar(40) not null,
    primary key (clock, paused_at)
);

create table waits (
    id uuid primary key,
    request uuid not null references request (id),
    task varchar(64) not null unique,
    service varchar(80) not null,
    element varchar(80) not null,
    role varchar(40) not null,
    organisation varchar(80),
    account uuid,
    clock uuid references clock (id),
    opened_at timestamp with time zone not null,
    due_sort timestamp with time zone not null,
    holder uuid,
    held_at timestamp with time zone,
    closed_at timestamp with time zone,
    completed boolean not null,
    closed_by uuid,
    closed_human uuid
);
create index waits_worklist on waits (organisation, role, closed_at, due_sort, id);
create index waits_request on waits (request, opened_at);
create index waits_step on waits (service, element, closed_at);
create index waits_figures on waits (closed_at, service, element, organisation, due_sort);
