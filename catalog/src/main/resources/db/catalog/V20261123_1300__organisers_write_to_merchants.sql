-- What an organiser wrote to shops about a campaign: kept as it was sent, a few a day at most.
create table catalog.campaign_letter (
    id          uuid primary key,
    campaign_id uuid not null,
    -- shops that are in it or wait to be, or shops with goods that could be
    audience    text not null check (audience in ('ENROLLED', 'INVITED')),
    body        text not null check (char_length(body) between 10 and 500),
    sent_by     uuid not null,
    sent_at     timestamptz not null default marketplace.clock_now(),
    day         date not null default (marketplace.clock_now() at time zone 'Asia/Shanghai')::date,
    turn        integer not null check (turn between 1 and 3),
    unique (campaign_id, day, turn)
);
revoke update, delete, truncate on catalog.campaign_letter from terrace_app;

-- Each shop it goes to is told by itself, so that who was told stays told when the rest goes wrong.
create table catalog.campaign_letter_to (
    letter_id   uuid not null references catalog.campaign_letter,
    merchant_id uuid not null,
    told_at     timestamptz,
    primary key (letter_id, merchant_id)
);
create index campaign_letter_untold on catalog.campaign_letter_to (letter_id, merchant_id) where told_at is null;
revoke delete, truncate on catalog.campaign_letter_to from terrace_app;
