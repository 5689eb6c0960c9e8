-- That the people of this database are made up (gatehouse.practice-world): it must never be reached from elsewhere.
create table made_up_world (
    id integer primary key, -- always 1
    begun_at bigint not null,
    done_at bigint
);
