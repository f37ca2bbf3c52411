-- The two roles and the database of the desk on PostgreSQL 17, made once by a superuser: psql -f roles.sql
-- Then give both a password of their own with \password, which neither the log nor the history of psql keeps.

-- Owns every table and runs the migrations (SPRING_FLYWAY_USER).
create role qiaotong_owner login;

-- Is what the application works as (SPRING_DATASOURCE_USERNAME): makes no tables, changes no audit record and no
-- entry of the budget: the grants for that are given by the owner at each start.
create role qiaotong_application login;

create database qiaotong owner qiaotong_owner;
revoke all on database qiaotong from public;
grant connect on database qiaotong to qiaotong_application;
