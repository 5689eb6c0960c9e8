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
create index sign_up_client on sign_up (client_id);

-- A user token that a page has handed in: it is taken once, and the address that came of it is opened once.
create table selfkey_login (
    token_jti varchar(32) primary key,
    secret_hash varchar(64) unique, -- of the address; null where a sign-in page of ours was waiting
    client_id varchar(100) not null,
    wallet varchar(128) not null,
    signed_at bigint not null,
    open_until bigint not null,
    opened_at bigint,
    expires_at bigint not null -- with the token
);
create index selfkey_login_expires on selfkey_login (expires_at);

-- Whether a page of an application had the proof of it first.
alter table session add column handed_over boolean default false not null;

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
create index shared_attribute_client on shared_attribute (client_id);

-- Which of it a person was shown before allowing the scope attributes: id=type, separated by spaces.
alter table consent add column told varchar(16000);

-- A file with its owner. Its content is encrypted under a key of its own.
create table stored_file (
    id varchar(32) primary key,
    account_id varchar(32) not null references account (id),
    client_id varchar(100) not null,
    name varchar(200) not null,
    type varchar(100) not null,
    size bigint not null, -- until it is stored: how long it may get
    store varchar(20) not null, -- where its content is: DATABASE (below) or DIRECTORY
    key_sealed varchar(200), -- null once it is erased; its content goes with the next sweep
    stored_at bigint, -- when it was whole
    expires_at bigint -- when it goes; null as soon as something refers to it
);
create index stored_file_account on stored_file (account_id);
create index stored_file_client on stored_file (client_id);
create index stored_file_expires on stored_file (expires_at);

-- A piece of a file's encrypted content.
create table file_piece (
    file_id varchar(32) not null references stored_file (id),
    number integer not null,
    content bytea not null,
    primary key (file_id, number)
);

-- Wallet tokens are signed with keys of their own. The table is made anew, because its unique constraint has no name by which to drop it.
alter table signing_key rename to signing_key_before;
create table signing_key (
    kid varchar(43) primary key,
    family varchar(10) not null,
    algorithm varchar(10) not null,
    generation integer not null, -- counts the keys of an algorithm in its family
    public_jwk varchar(2000) not null,
    private_sealed varchar(8000), -- encrypted under the master key; null once the key is gone
    created_at bigint not null,
    active_from bigint not null,
    retired_at bigint,
    gone_at bigint,
    unique (family, algorithm, generation) -- of nodes that make the next key at once, one wins
);
insert into signing_key (kid, family, algorithm, generation, public_jwk, private_sealed, created_at, active_from, retired_at, gone_at)
    select kid, 'TOKEN', algorithm, generation, public_jwk, private_sealed, created_at, active_from, retired_at, gone_at from signing_key_before;
drop table signing_key_before;
