-- The same script runs on H2 and on PostgreSQL. Times are milliseconds since 1970 UTC. Tokens and cookies stand here as SHA-256 only.

create table account (
    id varchar(32) primary key,
    created_at bigint not null
);

-- The wallets of a person; a wallet belongs to one account at most.
create table account_wallet (
    wallet varchar(128) primary key, -- CAIP-10
    account_id varchar(32) not null references account (id),
    linked_at bigint not null
);
create index account_wallet_account on account_wallet (account_id);

create table account_role (
    account_id varchar(32) not null references account (id),
    role varchar(40) not null,
    primary key (account_id, role)
);

create table challenge (
    id varchar(64) primary key, -- hash of what its holder shows
    text varchar(300) not null,
    subject varchar(128) not null, -- who said to answer it
    issued_count integer not null,
    expires_at bigint not null,
    used_at bigint
);
create index challenge_expires on challenge (expires_at);

create table attempt (
    id varchar(32) primary key,
    token_hash varchar(64) not null unique, -- of the token that the wallet shows
    browser_hash varchar(64) unique, -- null where no browser of ours began it: such an attempt never becomes a session
    go_on varchar(2000),
    created_at bigint not null,
    expires_at bigint not null,
    proven_at bigint,
    wallet varchar(128),
    refusal varchar(40), -- why the wallet's last try failed
    finished_at bigint,
    ended_at bigint
);
create index attempt_expires on attempt (expires_at);

create table session (
    id varchar(32) primary key,
    secret_hash varchar(64) not null unique,
    attempt_id varchar(32) not null unique, -- an attempt becomes one session at most
    account_id varchar(32) not null references account (id),
    wallet varchar(128) not null,
    user_agent varchar(200),
    authenticated_at bigint not null,
    last_used_at bigint not null,
    expires_at bigint not null,
    ended_at bigint
);
create index session_account on session (account_id);
create index session_expires on session (expires_at);

create table signing_key (
    kid varchar(43) primary key, -- RFC 7638 thumbprint, never used twice
    algorithm varchar(10) not null,
    generation integer not null, -- counts the keys of an algorithm
    public_jwk varchar(2000) not null,
    private_sealed varchar(8000), -- encrypted under the master key; null once the key is gone
    created_at bigint not null,
    active_from bigint not null,
    retired_at bigint,
    gone_at bigint,
    unique (algorithm, generation) -- of nodes that make the next key at once, one wins
);

create table audit_event (
    id varchar(32) primary key,
    happened_at bigint not null,
    action varchar(60) not null,
    outcome varchar(60) not null,
    account_id varchar(32),
    client_id varchar(100),
    subject_hash varchar(64)
);
create index audit_event_happened on audit_event (happened_at);
create index audit_event_account on audit_event (account_id);
