-- a merchant is told once for each of these many days before a certificate ends
create table certificate_reminder (
    certificate_id uuid not null references certificate,
    days integer not null check (days >= 0),
    told_at timestamptz not null default marketplace.clock_now(),
    primary key (certificate_id, days)
);
revoke update, delete, truncate on certificate_reminder from terrace_app;
