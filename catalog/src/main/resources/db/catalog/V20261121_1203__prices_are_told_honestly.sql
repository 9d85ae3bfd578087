-- What a card may call the price before a reduction, of the cheapest size, and until when; see Prices.
alter table listing add column was_fen bigint check (was_fen > 0);
alter table listing add column was_until timestamptz;
alter table listing add constraint listing_was check ((was_fen is null) = (was_until is null));
alter table listing add constraint listing_was_dearer check (was_fen > price_from_fen);

-- The price that was looked at last, or the first one: rises are measured from here, too.
alter table sku add column reviewed_fen bigint check (reviewed_fen > 0);
alter table sku add column reviewed_grams bigint check (reviewed_grams > 0);
update sku set reviewed_fen = price_fen, reviewed_grams = grams;
alter table sku alter column reviewed_fen set not null;
alter table sku alter column reviewed_grams set not null;

-- An operator has set the tax: what the merchant declares from then on changes it no more.
alter table listing add column vat_fixed boolean not null default false;
