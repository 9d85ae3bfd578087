-- which standing of campaigns a receiver was sent last; null: none yet, or all of it once more
alter table marketplace.feed_receiver add column campaigns_told text;
