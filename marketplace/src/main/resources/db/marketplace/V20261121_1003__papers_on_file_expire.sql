-- Papers a merchant stands by, the newest good one of each; who handed it in is its owner.
create table marketplace.filed_paper (
    paper_id    uuid primary key references marketplace.paper,
    merchant_id uuid not null references marketplace.merchant,
    owner_id    uuid not null references marketplace.account,
    kind        text not null,
    expires_on  date,
    -- WAITING for an operator's look; GOOD; EXPIRED; REPLACED by a newer one; REFUSED
    state       text not null check (state in ('WAITING', 'GOOD', 'EXPIRED', 'REPLACED', 'REFUSED')),
    replaces    uuid references marketplace.filed_paper,
    note        text not null default '',
    filed_at    timestamptz not null default marketplace.clock_now(),
    decided_by  uuid references marketplace.account,
    decided_at  timestamptz,
    check ((decided_by is null) = (decided_at is null)),
    check (state not in ('WAITING', 'REFUSED') or replaces is not null)
);
create index filed_paper_merchant on marketplace.filed_paper (merchant_id, kind, filed_at);
create index filed_paper_expires on marketplace.filed_paper (expires_on) where state = 'GOOD' and expires_on is not null;
create index filed_paper_waiting on marketplace.filed_paper (paper_id) where state = 'WAITING';
create unique index filed_paper_one_waiting on marketplace.filed_paper (replaces) where state = 'WAITING';

-- Once for each paper and each number of days.
create table marketplace.paper_reminder (
    paper_id uuid not null references marketplace.filed_paper,
    days     int  not null check (days in (30, 7, 0)),
    sent_at  timestamptz not null default marketplace.clock_now(),
    primary key (paper_id, days)
);

revoke delete, truncate on marketplace.filed_paper from terrace_app;
revoke update, delete, truncate on marketplace.paper_reminder from terrace_app;

insert into marketplace.filed_paper (paper_id, merchant_id, owner_id, kind, expires_on, state)
select distinct on (p.id) p.id, a.merchant_id, p.owner_id, p.kind, p.expires_on, 'GOOD'
from marketplace.application a join marketplace.paper p on p.owner_id = a.account_id
where a.state = 'OPEN' and a.merchant_id is not null
order by p.id, a.started_at;
