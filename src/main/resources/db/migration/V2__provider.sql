-- What the OpenID provider keeps. Times, hashes and databases as in V1.

create table client (
    id varchar(100) primary key,
    definition varchar(16000) not null, -- the entry as it holds now: a JSON object (docs/clients.schema.json), without secrets
    from_file varchar(16000), -- the entry of the clients file as it was last applied; null where no file ever had it
    version integer not null, -- counts the changes, so that of two that happen at once one is refused
    created_at bigint not null,
    updated_at bigint not null
);

create table client_secret (
    id varchar(32) primary key,
    client_id varchar(100) not null references client (id),
    hash varchar(200) not null, -- Argon2id
    from_file boolean not null,
    created_at bigint not null,
    expires_at bigint -- null as long as no other has taken its place
);
create index client_secret_client on client_secret (client_id);

-- An assertion of a client (private_key_jwt) is taken once.
create table used_assertion (
    id varchar(64) primary key, -- hash of client and jti
    expires_at bigint not null
);
create index used_assertion_expires on used_assertion (expires_at);

-- A request of an application that waits for the person: a wallet, a decision, a confirmation.
create table pending_request (
    id varchar(32) primary key,
    browser_hash varchar(64) not null, -- of the secret of the browser that brought it; no other goes on with it
    query varchar(16000) not null,
    decision varchar(50), -- what the person said on our page: deny, choose and the id of the session
    created_at bigint not null,
    expires_at bigint not null
);
create index pending_request_expires on pending_request (expires_at);

-- What a person allowed a client, where the client asks for that.
create table consent (
    account_id varchar(32) not null references account (id),
    client_id varchar(100) not null,
    scope varchar(300) not null,
    given_at bigint not null,
    primary key (account_id, client_id)
);

-- What a session gave to a client: a code, and the family of refresh tokens that came of it.
create table client_grant (
    id varchar(32) primary key,
    client_id varchar(100) not null,
    account_id varchar(32) not null references account (id),
    session_id varchar(32) not null,
    wallet varchar(128) not null,
    scope varchar(300) not null, -- separated by spaces
    redirect_uri varchar(2000) not null,
    nonce varchar(500),
    code_challenge varchar(43), -- S256
    acr varchar(40) not null,
    authenticated_at bigint not null,
    created_at bigint not null,
    code_hash varchar(64) not null unique,
    code_expires_at bigint not null,
    code_used_at bigint,
    family_hash varchar(64) unique, -- of the part of a refresh token that stays; null where none was given
    refresh_hash varchar(64), -- of the part that changes at each use
    refreshed_at bigint,
    expires_at bigint not null, -- when nothing that it gave can be valid any more
    revoked_at bigint
);
create index client_grant_session on client_grant (session_id);
create index client_grant_client on client_grant (client_id);
create index client_grant_account on client_grant (account_id);
create index client_grant_expires on client_grant (expires_at);

-- A client that has to be told of the end of a session (OpenID Connect Back-Channel Logout 1.0).
create table logout_notice (
    id varchar(32) primary key,
    client_id varchar(100) not null,
    account_id varchar(32) not null,
    session_id varchar(32) not null,
    next_try_at bigint not null, -- whoever moves it on makes the try
    tries integer not null,
    expires_at bigint not null
);
create index logout_notice_next on logout_notice (next_try_at);

-- An attempt may be for the session that the browser has already: to add a wallet to its account, or to confirm who sits there.
alter table attempt add column purpose varchar(10) default 'SIGN_IN' not null;
alter table attempt add column for_session varchar(32); -- null where it is to sign in

-- Of the many that have ended, none is read by whoever looks for those that have run out.
create index session_ended on session (ended_at, last_used_at);

alter table account add column blocked_at bigint; -- since when nobody may sign in to it

alter table audit_event add column detail varchar(300); -- what was called, of calls that an administrator makes

-- A browser that is signed in at a portal behind a proxy (room bridge): what its cookie there stands for.
create table bridge_session (
    id varchar(32) primary key,
    secret_hash varchar(64) not null unique,
    client_id varchar(100) not null,
    grant_id varchar(32) not null,
    expires_at bigint not null
);
create index bridge_session_expires on bridge_session (expires_at);
