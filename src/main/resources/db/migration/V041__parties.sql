create table request_party (
    request uuid not null references request (id),
    organisation varchar(64) not null,
    turn integer not null,
    joined_at timestamp with time zone not null,
    left_at timestamp with time zone,
    shows varchar(4000),
    answer_field varchar(80),
    answer varchar(80),
    answered_at timestamp with time zone,
    primary key (request, organisation)
);
create index request_party_organisation on request_party (organisation, request);

insert into request_party (request, organisation, turn, joined_at)
select id, referred_to, 1, coalesce(referred_at, submitted_at) from request where referred_to is not null;

alter table request_decision add column organisation varchar(64);
update request_decision set organisation = 'district' where role like 'district-%';
update request_decision set organisation = (select r.referred_to from request r where r.id = request_decision.request)
where role like 'bank-%';

alter table request drop column referred_to;
alter table request drop column referred_at;
