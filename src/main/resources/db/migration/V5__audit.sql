-- The trail as a chain (docs/audit.md). Rows from before have no actor, origin and mac; they are chained first, as they are.

-- Was SHA-256 of the subject. Is HMAC of that under the audit key: old values are turned into it when their row is chained.
alter table audit_event rename column subject_hash to subject_mac;
alter table audit_event add column actor varchar(100); -- who did it: account:, client: or api-key: and an id; anonymous; system
alter table audit_event add column origin_mac varchar(64); -- HMAC of the remote address; null where nobody called
alter table audit_event add column request_id varchar(64);
alter table audit_event add column network varchar(20); -- the kind of wallet: idena, selfkey
alter table audit_event add column application_id varchar(32); -- an application of KYC
alter table audit_event add column number bigint; -- its place in the chain; null until it is chained
alter table audit_event add column hash varchar(64); -- of the row and of all before it
alter table audit_event add column mac varchar(64); -- HMAC of the row, and once it is chained of its hash
alter table audit_event add constraint audit_event_number unique (number);

drop index audit_event_happened;
drop index audit_event_account;
create index audit_event_happened on audit_event (happened_at, id);
create index audit_event_action on audit_event (action, happened_at);
create index audit_event_actor on audit_event (actor, happened_at);
create index audit_event_account on audit_event (account_id, happened_at);
create index audit_event_client on audit_event (client_id, happened_at);
create index audit_event_application on audit_event (application_id, happened_at);
create index audit_event_subject on audit_event (subject_mac, happened_at);
create index audit_event_request on audit_event (request_id);

-- One row: the end of the chain and the audit key.
create table audit_chain (
    id integer primary key, -- always 1, so that of nodes that begin the chain at once one wins
    key_sealed varchar(200) not null, -- 32 bytes, encrypted under the master key
    number bigint not null, -- of the last event of the chain; 0 where there is none
    hash varchar(64) not null, -- of that event
    cut_number bigint not null, -- the last event that was removed for its age; 0 where none was
    old_rows bigint not null -- how many events were there when the chain began
);

-- What the chain was at a time, signed (room token has the keys).
create table audit_checkpoint (
    number bigint primary key,
    hash varchar(64) not null,
    made_at bigint not null,
    kid varchar(43) not null,
    jws varchar(2000) not null
);
