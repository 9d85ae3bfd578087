-- What others than buyer and merchant pay of one piece at the campaign's price, as it was signed.
alter table catalog.enrolment_line
    add column platform_fen bigint not null default 0 check (platform_fen >= 0),
    add column organiser_fen bigint not null default 0 check (organiser_fen >= 0),
    add column organiser_id uuid,
    add constraint enrolment_line_organiser check (organiser_fen = 0 or organiser_id is not null),
    add constraint enrolment_line_never_above_what_it_cost
        check (platform_fen + organiser_fen = 0 or price_fen + platform_fen + organiser_fen <= ordinary_fen);

-- How much of the campaign's budget is set aside for it; given back once nobody can pay at its price any more.
alter table catalog.enrolment add column promised_fen bigint not null default 0 check (promised_fen >= 0);
create index enrolment_to_settle on catalog.enrolment (id) where promised_fen > 0;

-- As before; beside it what others pay of a piece, never more than what is still a reduction at this moment.
create or replace view catalog.campaign_price as
select o.id, o.campaign_id, o.enrolment_id, o.sku_id, o.listing_id, k.grams,
    least(o.price_fen, k.price_fen) as price_fen,
    case when o.was_fen > o.price_fen then o.was_fen end as was_fen,
    k.price_fen as ordinary_fen, o.flash, o.ends_at, b.cap,
    greatest(0, b.pieces - b.held - b.waiting) as free,
    least(l.platform_fen, greatest(0, k.price_fen - o.price_fen)) as platform_fen,
    least(l.organiser_fen, greatest(0, k.price_fen - o.price_fen - l.platform_fen)) as organiser_fen,
    l.organiser_id
from catalog.campaign_offer o
join catalog.stock_bucket b on b.id = o.id
join catalog.sku k on k.id = o.sku_id
left join catalog.enrolment_line l on l.enrolment_id = o.enrolment_id and l.sku_id = o.sku_id
where o.starts_at <= (select marketplace.clock_now()) and o.ends_at > (select marketplace.clock_now())
    and not o.paused and not b.closed and b.pieces > b.held;
