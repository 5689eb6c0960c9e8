-- Applications of people who prove who they are (KYC), and their review. Times, hashes and databases as in V1.

-- What an application of a kind must contain. A version never changes: an application keeps the one that it was made with.
create table kyc_template (
    id varchar(100) not null,
    version integer not null,
    content text not null, -- JSON, as docs/kyc.md describes it
    from_file boolean not null, -- whether the directory of templates has had this content
    created_at bigint not null,
    withdrawn_at bigint, -- of the newest version: nobody applies with it any more
    primary key (id, version)
);

-- What applicants tell a client's KYC of themselves, once for all applications.
create table kyc_user (
    account_id varchar(32) not null references account (id),
    client_id varchar(100) not null,
    content_sealed text not null, -- JSON, encrypted under the master key
    email_mac varchar(64), -- keyed hash, to search by
    created_at bigint not null,
    updated_at bigint not null,
    primary key (account_id, client_id)
);
create index kyc_user_client on kyc_user (client_id, email_mac);

create table kyc_application (
    id varchar(32) primary key,
    client_id varchar(100) not null,
    account_id varchar(32) not null references account (id),
    template_id varchar(100) not null,
    template_version integer not null,
    parent_id varchar(32) references kyc_application (id), -- of a member of a company: the company's
    status integer not null,
    version bigint not null, -- counts the changes: of two changes at once, one wins
    dossier_sealed text, -- JSON, encrypted under the master key: attributes, questions, answers; null once it is erased
    approved_by varchar(100), -- who approved first, where two have to
    assignee varchar(100), -- who reviews it
    created_at bigint not null,
    updated_at bigint not null,
    decided_at bigint, -- when it was closed last; null while it is open
    erase_at bigint, -- when what it contains goes
    erased_at bigint
);
create index kyc_application_owner on kyc_application (account_id, client_id);
create index kyc_application_queue on kyc_application (client_id, status, created_at);
create index kyc_application_created on kyc_application (client_id, created_at);
create index kyc_application_parent on kyc_application (parent_id);
create index kyc_application_erase on kyc_application (erase_at);

-- What happened to an application, in order. Rows are only ever added. They are kept when the application is erased, without subject and text.
create table kyc_entry (
    id varchar(32) primary key,
    application_id varchar(32) not null references kyc_application (id),
    number integer not null,
    kind varchar(20) not null, -- STATUS, MESSAGE, NOTE, PAYMENT, ATTRIBUTE, INVALIDATION, CORRECTION, QUESTION, ATTACHMENT
    code integer, -- of STATUS: the new status
    -- of INVALIDATION: the attribute's or question's id; of ATTRIBUTE and CORRECTION: the attribute's; of QUESTION: the question's; of PAYMENT: the
    -- transaction; of ATTACHMENT: the file
    subject varchar(200),
    text_sealed text, -- JSON, {"text": ...}, encrypted under the master key: a message, note or reason; of STATUS a note; of ATTACHMENT its type
    actor varchar(100) not null, -- who did it: kind:id
    happened_at bigint not null,
    unique (application_id, number)
);

-- A browser, or a server, that acts for an applicant with a cookie of its own.
create table kyc_visit (
    id varchar(64) primary key, -- hash of the cookie's secret
    client_id varchar(100) not null,
    account_id varchar(32) not null references account (id),
    wallet varchar(128) not null,
    created_at bigint not null,
    expires_at bigint not null
);
create index kyc_visit_expires on kyc_visit (expires_at);
create index kyc_visit_account on kyc_visit (account_id);

-- Keys of the integrations API.
create table kyc_api_key (
    id varchar(32) primary key,
    client_id varchar(100) not null,
    name varchar(100) not null,
    key_hash varchar(64) not null unique,
    created_at bigint not null,
    last_used_at bigint,
    revoked_at bigint
);
create index kyc_api_key_client on kyc_api_key (client_id);

-- Who is told of what happens to a client's applications.
create table kyc_webhook (
    id varchar(32) primary key,
    client_id varchar(100) not null,
    url varchar(2000) not null,
    secret_sealed varchar(1000) not null, -- JSON, encrypted under the master key: the secret, and the one before while it is used
    created_at bigint not null,
    failing_since bigint, -- when the first try failed since the last that did not
    disabled_at bigint
);
create index kyc_webhook_client on kyc_webhook (client_id);

-- What was told, and what is still to be told.
create table kyc_delivery (
    id varchar(32) primary key, -- webhook-id
    webhook_id varchar(32) not null references kyc_webhook (id),
    client_id varchar(100) not null,
    application_id varchar(32) not null,
    body varchar(1000) not null,
    created_at bigint not null,
    tries integer not null,
    next_try_at bigint, -- null: it is over
    last_try_at bigint,
    last_status integer, -- of HTTP; null where no answer came
    last_fault varchar(200),
    delivered_at bigint,
    expires_at bigint not null -- when the log forgets it
);
create index kyc_delivery_due on kyc_delivery (next_try_at);
create index kyc_delivery_webhook on kyc_delivery (webhook_id, created_at);
create index kyc_delivery_expires on kyc_delivery (expires_at);

-- What a file is kept for: a sign-up or an application. It is kept for one thing alone.
alter table stored_file add column claimed_for varchar(50);
update stored_file set claimed_for = 'sign-up' where expires_at is null; -- until now they were claimed by sign-ups alone

-- What the virus scanner says of it: null where none was asked, else WAITING, CLEAN or INFECTED.
alter table stored_file add column scan varchar(10);
alter table stored_file add column scan_at bigint; -- of WAITING: when it is asked next
create index stored_file_scan on stored_file (scan_at);

-- A person who had everything erased.
alter table account add column erased_at bigint;
