-- What the administrators' pages show without asking anyone. Times and databases as in V1.

-- What the wallet's network said last of the person.
alter table account_wallet add column state varchar(40); -- such as Human; null where it never said anything
alter table account_wallet add column state_at bigint; -- when, to the hour
create index account_wallet_state on account_wallet (state, account_id);

-- When somebody signed in to it last.
alter table account add column signed_in_at bigint;
create index account_created on account (created_at, id);
create index account_role_role on account_role (role);

-- How many applications are open, by their age.
create index kyc_application_open on kyc_application (decided_at, created_at);

-- How many webhooks fail.
create index kyc_webhook_failing on kyc_webhook (failing_since, disabled_at);

-- What happened per hour is read from the index alone. It takes the place of one that has less.
drop index audit_event_action;
create index audit_event_action on audit_event (action, happened_at, outcome, network);
