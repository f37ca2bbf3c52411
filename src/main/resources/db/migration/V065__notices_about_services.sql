alter table outbox alter column request drop not null;
alter table delivery alter column request drop not null;
alter table notification alter column request drop not null;
