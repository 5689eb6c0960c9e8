-- When a client was last given something is the first row of an index, however much it was given.
create index client_grant_newest on client_grant (client_id, created_at);
drop index client_grant_client;
