-- The campaign whose budget a share is paid from, where it came by no coupon.
alter table orders.line_share
    add column campaign_id uuid,
    add constraint line_share_by_one_way check (campaign_id is null or coupon_id is null),
    add constraint line_share_of_campaign check (campaign_id is null or bearer in ('PLATFORM', 'ORGANISER'));
create index line_share_of_campaign on orders.line_share (campaign_id) where campaign_id is not null;
