-- What waits for an operator, and what came back, looked for by merchant.
create index review_merchant_open on catalog.review (merchant_id, listing_id, submitted_at)
    where state in ('PENDING', 'RETURNED');
