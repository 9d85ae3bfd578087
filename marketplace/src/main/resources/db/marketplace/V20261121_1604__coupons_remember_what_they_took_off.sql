-- A used coupon may come back whole when its purchase is undone, while its fund gets back only what it had paid: the
-- rest of its face stays promised until the batch is over.
alter table marketplace.coupon add column off_fen bigint check (off_fen > 0);
alter table marketplace.coupon add constraint coupon_off check (state <> 'HELD' or off_fen is null);
grant update (off_fen) on marketplace.coupon to terrace_app;
