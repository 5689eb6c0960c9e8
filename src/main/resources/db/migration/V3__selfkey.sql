-- Login with SelfKey, and what people share. Times, hashes and databases as in V1.

-- A challenge token is taken once.
create table used_challenge (
    jti varchar(32) primary key,
    expires_at bigint not null
);
create index used_challenge_expires on used_challenge (expires_at);

-- Who has signed up at a client.
create table sign_up (
    account_id varchar(32) not null references account (id),
    client_id varchar(100) not null,
    created_at bigint not null,
    updated_at bigint not null,
    primary key (account_id, client_id)
);

-- A user token that a page has handed in: it is taken once, and the address that came of it is opened once.
create table selfkey_login (
    token_jti varchar(32) primary key,
    secret_hash varchar(64) unique, -- of the address; null where a sign-in page of ours was waiting
    client_id varchar(100) not null,
    account_id varchar(32) not null,
    wallet varchar(128) not null,
    signed_at bigint not null,
    open_until bigint not null,
    opened_at bigint,
    expires_at bigint not null -- with the token
);
create index selfkey_login_expires on selfkey_login (expires_at);

-- What people share with a client.
create table shared_attribute (
    account_id varchar(32) not null references account (id),
    client_id varchar(100) not null,
    id varchar(200) not null,
    attribute varchar(60) not null, -- the name of its type
    value_sealed text not null, -- JSON, encrypted under the master key
    updated_at bigint not null,
    primary key (account_id, client_id, id)
);

-- A file with its owner. Its content is encrypted under a key of its own.
create table stored_file (
    id varchar(32) primary key,
    account_id varchar(32) not null references account (id),
    client_id varchar(100) not null,
    name varchar(200) not null,
    type varchar(100) not null,
    size bigint not null,
    key_sealed varchar(200) not null,
    created_at bigint not null,
    claimed_at bigint -- since when something refers to it; null files are erased after a day
);
create index stored_file_account on stored_file (account_id);
create index stored_file_unclaimed on stored_file (claimed_at, created_at);
