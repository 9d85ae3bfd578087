alter table marketplace.notice
    add column channel text not null default 'MAIL' check (channel in ('MAIL', 'SMS')),
    add column unsubscribe bytea not null default '';

-- What somebody is told, kept for reading on the site. The words are sealed: they name people and goods.
create table marketplace.message (
    id         uuid primary key,
    account_id uuid not null references marketplace.account,
    kind       text not null check (kind in ('SECURITY', 'MONEY', 'ASSISTANCE', 'SHOP', 'APPLICATION', 'GOODS')),
    key        text not null,
    words      bytea not null,
    path       text not null,
    -- What it is about: nobody is told the same twice.
    source     text not null,
    at         timestamptz not null default marketplace.clock_now(),
    read_at    timestamptz,
    unique (account_id, source)
);

create index message_account on marketplace.message (account_id, id desc);
create index message_unread on marketplace.message (account_id) where read_at is null;

-- What somebody does not want by this way. Security, money and acts in one's name cannot be turned off.
create table marketplace.message_refusal (
    account_id uuid not null references marketplace.account,
    kind       text not null check (kind in ('SHOP', 'APPLICATION', 'GOODS')),
    channel    text not null check (channel in ('MAIL', 'SMS')),
    primary key (account_id, kind, channel)
);
