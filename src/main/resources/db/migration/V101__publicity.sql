create table public_notice (
    id uuid primary key,
    public_id varchar(32) not null unique,
    request uuid not null unique references request (id),
    service varchar(80) not null,
    sealed bytea not null,
    made_at timestamp with time zone not null,
    closes_at timestamp with time zone not null,
    gone_at timestamp with time zone not null,
    concluded_at timestamp with time zone
);
create index public_notice_shown on public_notice (gone_at, made_at);

create table public_objection (
    id uuid primary key,
    notice uuid not null references public_notice (id),
    made_at timestamp with time zone not null,
    sealed bytea not null
);
create index public_objection_notice on public_objection (notice, made_at);
