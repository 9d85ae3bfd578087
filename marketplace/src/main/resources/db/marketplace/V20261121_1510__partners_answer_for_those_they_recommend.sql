alter table marketplace.account drop constraint account_roles_check;
alter table marketplace.account add constraint account_roles_check
    check (roles <@ array ['MEMBER', 'MERCHANT', 'ORGANISER', 'OPERATOR', 'ENDORSER', 'CLERK', 'RECOMMENDER']);

-- Who speaks for a partner organisation.
create table marketplace.recommender (
    account_id uuid primary key references marketplace.account,
    partner_id uuid not null references marketplace.partner
);

-- What a partner said of who named it; the last word counts, while identity is that of the application.
create table marketplace.recommendation (
    id             bigint generated always as identity primary key,
    application_id uuid not null references marketplace.application,
    partner_id     uuid not null references marketplace.partner,
    said           text not null check (said in ('CONFIRMED', 'DENIED')),
    sentence       text not null check (length(sentence) between 4 and 300),
    identity       bytea not null,
    account_id     uuid not null references marketplace.account,
    at             timestamptz not null default marketplace.clock_now()
);
create index recommendation_application on marketplace.recommendation (partner_id, application_id, id desc);
create index application_partner on marketplace.application (partner_id, id desc) where partner_id is not null;

-- Written once.
revoke update, delete, truncate on marketplace.recommendation from terrace_app;
