create table budget_line (
    line varchar(100) not null,
    budget_year integer not null,
    source varchar(60) not null,
    provided numeric(18, 2) not null,
    reserved numeric(18, 2) not null,
    spent numeric(18, 2) not null,
    returned numeric(18, 2) not null,
    entries bigint not null,
    constraint budget_line_pk primary key (line, budget_year),
    constraint budget_line_positive check (provided >= 0 and reserved >= 0 and spent >= 0 and returned >= 0),
    constraint budget_line_returned check (returned <= spent),
    constraint budget_line_within check (reserved + spent - returned <= provided)
);

create table budget_claim (
    claim uuid not null,
    line varchar(100) not null,
    budget_year integer not null,
    beneficiary varchar(43) not null,
    promised numeric(18, 2) not null,
    reserved numeric(18, 2) not null,
    spent numeric(18, 2) not null,
    returned numeric(18, 2) not null,
    constraint budget_claim_pk primary key (claim),
    constraint budget_claim_line foreign key (line, budget_year) references budget_line (line, budget_year),
    constraint budget_claim_beneficiary check (char_length(beneficiary) = 43),
    constraint budget_claim_positive check (promised > 0 and reserved >= 0 and spent >= 0 and returned >= 0),
    constraint budget_claim_returned check (returned <= spent),
    constraint budget_claim_within check (reserved + spent <= promised)
);

create index budget_claim_beneficiary on budget_claim (beneficiary, line, budget_year);

create table budget_entry (
    line varchar(100) not null,
    budget_year integer not null,
    seq bigint not null,
    movement varchar(20) not null,
    claim uuid,
    amount numeric(18, 2) not null,
    at timestamp with time zone not null,
    account uuid,
    constraint budget_entry_pk primary key (line, budget_year, seq),
    constraint budget_entry_line foreign key (line, budget_year) references budget_line (line, budget_year),
    constraint budget_entry_claim foreign key (claim) references budget_claim (claim),
    constraint budget_entry_once unique (claim, movement),
    constraint budget_entry_amount check (amount > 0),
    constraint budget_entry_movement check ((claim is null) = (movement in ('PROVIDED', 'CUT'))),
    constraint budget_entry_known
        check (movement in ('PROVIDED', 'CUT', 'RESERVED', 'RELEASED', 'SPENT', 'RETURNED'))
);
