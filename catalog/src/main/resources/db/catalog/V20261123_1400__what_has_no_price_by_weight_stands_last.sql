-- 元/斤 of the card, in fen, half up. What is sold by the piece has none: in its place stands the largest number, so that
-- one key orders all, through every page. A listing that becomes one or the other moves by itself.
alter table catalog.listing drop column per_jin_fen;
alter table catalog.listing add column per_jin_fen bigint not null generated always as (
    case when shelf_life_days > 0 then (price_from_fen * 1000 + grams) / (2 * grams) else 9223372036854775807 end) stored;

create index listing_province_jin on catalog.listing (province_code, per_jin_fen, id) where on_shelf;
create index listing_category1_jin on catalog.listing (category1_id, per_jin_fen, id) where on_shelf;
create index listing_category2_jin on catalog.listing (category2_id, per_jin_fen, id) where on_shelf;
create index listing_category3_jin on catalog.listing (category3_id, per_jin_fen, id) where on_shelf;
