-- The reviewer's desk. What its queue sorts and filters by stands in columns: contents are sealed. Times as in V1.

alter table kyc_application add column waiting_since bigint; -- since when it is the reviewers' turn; null where it is not
alter table kyc_application add column due_at bigint; -- until when they should have decided; null likewise
alter table kyc_application add column risk smallint default 0 not null; -- what a reviewer says: 0 none, 1 low, 2 high

-- The reviewers have the turn since the last status before which they did not have it; that of the last upload or reopening is close to it.
update kyc_application set waiting_since = coalesce(
        (select max(e.happened_at) from kyc_entry e
            where e.application_id = kyc_application.id and e.kind = 'STATUS' and e.code in (4, 16)),
        created_at)
    where status in (1, 4, 10, 12, 13, 14, 15, 16);
-- The target of a template stands in JSON: the default, two days, for those that are there.
update kyc_application set due_at = waiting_since + 172800000 where waiting_since is not null;

create index kyc_application_due on kyc_application (due_at, id);
create index kyc_application_status_due on kyc_application (status, due_at);
create index kyc_application_assignee_due on kyc_application (assignee, due_at);
create index kyc_application_kinds on kyc_application (client_id, template_id);
create index kyc_application_updated on kyc_application (updated_at, id);

-- It was written and never read.
drop index kyc_user_client;
alter table kyc_user drop column email_mac;
create index kyc_user_client on kyc_user (client_id);
