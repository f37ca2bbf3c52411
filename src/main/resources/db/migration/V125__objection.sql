create table request_objection (
    id uuid primary key,
    request uuid not null unique references request (id),
    organisation varchar(64) not null,
    made_at timestamp with time zone not null,
    sealed bytea not null,
    outcome varchar(80),
    answered_at timestamp with time zone
);
