create index public_objection_made on public_objection (made_at);
