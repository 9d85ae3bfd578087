-- Whom goods sold for a campaign helped is asked for every few seconds while it runs.
create index impact_fact_campaign on marketplace.impact_fact (campaign) where campaign <> '';
