-- 0: it does not spoil and is sold by the piece; which categories may say so is a rule of listings
alter table catalog.listing drop constraint listing_shelf_life_days_check;
alter table catalog.listing add constraint listing_shelf_life_days_check check (shelf_life_days >= 0);
