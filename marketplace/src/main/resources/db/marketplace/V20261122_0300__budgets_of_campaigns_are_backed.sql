-- Whether the money others than merchants are to bear was in their funds when the campaign was opened, and is kept for it.
-- What was opened before asks nobody for money.
alter table marketplace.campaign add column budget_funded boolean not null default false;
create index campaign_funded on marketplace.campaign (owner_partner_id) where budget_funded;
