package terrace.marketplace.campaigns;

/** A part of a campaign's page; its organiser chooses which, and in what order. */
public enum CampaignBlock {
    STORY,
    PROGRESS,
    PAVILIONS,
    GOODS,
    RULES,
    METHOD
}
