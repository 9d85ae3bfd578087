-- What buyers gave to charity with a purchase of a campaign's goods; once for a purchase, however many campaigns it is of.
create table marketplace.campaign_gift (
    source      text primary key check (length(source) between 3 and 100),
    campaign_id uuid not null references marketplace.campaign,
    fen         bigint not null check (fen > 0),
    at          timestamptz not null,
    counted_at  timestamptz not null default marketplace.clock_now()
);
create index campaign_gift_campaign on marketplace.campaign_gift (campaign_id) include (fen, counted_at);
revoke update, delete, truncate on marketplace.campaign_gift from terrace_app;
