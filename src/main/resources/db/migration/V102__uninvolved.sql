alter table waits add column uninvolved boolean default false not null;
