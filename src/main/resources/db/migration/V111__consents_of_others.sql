alter table request_consent add column subject varchar(100);
alter table request_consent add column evidence uuid;
