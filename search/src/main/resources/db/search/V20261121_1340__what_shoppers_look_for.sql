-- What shoppers look for, a day and a text in one row: for those who run the market, and for later suggestions. Nobody's
-- id is here, no address and no time of day. Texts with long numbers never come here; texts few people typed go soon.
create table search.query_day (
    day date not null,
    text text not null check (char_length(text) between 1 and 60),
    searches bigint not null default 0 check (searches >= 0),
    empty bigint not null default 0 check (empty >= 0),
    clicks bigint not null default 0 check (clicks >= 0),
    primary key (day, text)
);
create index query_day_text on search.query_day (text);
comment on column search.query_day.empty is 'of the searches, those that found nothing';
comment on column search.query_day.clicks is 'goods opened from the page of the search';
