create table marketplace.audit (
    id      bigint generated always as identity primary key,
    at      timestamptz not null default marketplace.clock_now(),
    actor   text not null,
    act     text not null,
    subject text not null,
    detail  jsonb not null default '{}'
);

create index audit_subject on marketplace.audit (subject, id desc);

-- Written once: not even the application may change what was done.
revoke update, delete, truncate on marketplace.audit from terrace_app;
