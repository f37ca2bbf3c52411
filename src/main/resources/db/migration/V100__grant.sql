create table grant_calculation (
    id uuid primary key,
    request uuid not null references request (id),
    seq integer not null,
    version integer not null,
    made_at timestamp with time zone not null,
    sealed bytea not null,
    constraint grant_calculation_once unique (request, seq)
);

create table grant_claim (
    id uuid primary key,
    request uuid not null unique references request (id),
    amount numeric(18, 2) not null check (amount > 0),
    paid boolean not null
);

create table grant_voucher (
    blind_index varchar(43) primary key,
    claim uuid not null references grant_claim (id)
);
create index grant_voucher_claim on grant_voucher (claim);
