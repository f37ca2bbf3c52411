create table draft (
    id uuid primary key,
    public_id varchar(32) not null unique,
    applicant uuid not null,
    service varchar(80) not null,
    sealed bytea not null,
    version integer not null,
    changed_at timestamp with time zone not null
);
create index draft_applicant on draft (applicant, changed_at);

create table request (
    id uuid primary key,
    public_id varchar(32) not null unique,
    receipt varchar(20) not null unique,
    service varchar(80) not null,
    deployment varchar(64) not null,
    state varchar(20) not null,
    applicant uuid not null,
    applicant_human uuid not null,
    language varchar(10) not null,
    referred_to varchar(80),
    referred_at timestamp with time zone,
    withdrawable boolean not null,
    version integer not null,
    policy_day date not null,
    submitted_at timestamp with time zone not null,
    closed_at timestamp with time zone,
    outcome varchar(80)
);
create index request_applicant on request (applicant, submitted_at);
create index request_service_closed on request (service, closed_at);

create table request_answers (
    request uuid not null references request (id),
    version integer not null,
    class varchar(12) not null,
    sealed bytea not null,
    primary key (request, version, class)
);

create table request_policy (
    request uuid not null references request (id),
    policy_row uuid not null,
    primary key (request, policy_row)
);

create table request_identifier (
    request uuid not null references request (id),
    blind_index varchar(64) not null,
    primary key (request, blind_index)
);
create index request_identifier_index on request_identifier (blind_index);

create table request_consent (
    id uuid primary key,
    request uuid not null references request (id),
    purpose varchar(40) not null,
    recipient varchar(80),
    wording text not null,
    language varchar(10) not null,
    given_at timestamp with time zone not null,
    withdrawn_at timestamp with time zone
);
create index request_consent_request on request_consent (request);

create table request_check (
    request uuid not null references request (id),
    version integer not null,
    place integer not null,
    condition varchar(80) not null,
    met varchar(8) not null,
    given varchar(80),
    policy_row uuid,
    decided_by varchar(20) not null,
    primary key (request, version, place)
);

create table supplement (
    id uuid primary key,
    request uuid not null references request (id),
    asked_by uuid not null,
    asked_at timestamp with time zone not null,
    from_version integer not null,
    sealed_typed bytea,
    answered_at timestamp with time zone,
    to_version integer
);
create index supplement_request on supplement (request, asked_at);

create table supplement_item (
    supplement uuid not null references supplement (id),
    place integer not null,
    field varchar(80) not null,
    sealed_reason bytea not null,
    primary key (supplement, place)
);

create table request_decision (
    id uuid primary key,
    request uuid not null references request (id),
    element varchar(80) not null,
    role varchar(40) not null,
    account uuid not null,
    decided_at timestamp with time zone not null,
    sealed bytea not null
);
create index request_decision_request on request_decision (request, decided_at);
