-- a coupon may be for whatever a campaign sells while it runs
alter table marketplace.coupon_target drop constraint coupon_target_kind_check;
alter table marketplace.coupon_target add constraint coupon_target_kind_check
    check (kind in ('LISTING', 'MERCHANT', 'CATEGORY', 'CAMPAIGN'));
