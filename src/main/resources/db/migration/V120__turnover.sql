create index request_received on request (submitted_at);
create index request_closed on request (closed_at);
create index supplement_sent on supplement (sent_at);
create index request_party_joined on request_party (joined_at);
