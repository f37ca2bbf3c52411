create index delivery_order on delivery (reader, done_at, dead_at, outbox, id);
drop index delivery_open;
