-- How many reviews of a listing are shown, and their stars together: told by orders, which keeps the reviews.
alter table catalog.listing
    add column reviews bigint not null default 0 check (reviews >= 0),
    add column stars   bigint not null default 0,
    add constraint listing_stars check (stars between reviews and 5 * reviews);
