package terrace.catalog.campaignletters;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import terrace.catalog.letters.KeeperLetters;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.clock.Clock;

/**
 * Letters of a campaign's organiser to shops. Whether somebody may is for the caller to have asked. An invitation
 * enters nobody: joining is signed by the shop itself.
 */
@Singleton
public class CampaignLetters {
    public static final int TEXT_CHARACTERS_MIN = 10;
    public static final int TEXT_CHARACTERS_MAX = 500;

    /** More from one campaign in a business day is a nuisance. */
    public static final int A_DAY_MAX = 3;

    /** The shops that sold most are invited first. */
    public static final int SHOPS_MAX = 500;

    private static final int LETTERS_SHOWN = 30;
    private static final int TOLD_AT_ONCE = 50;

    private final LetterRows rows;
    private final Campaigns campaigns;
    private final KeeperLetters keepers;
    private final Clock clock;

    CampaignLetters(LetterRows rows, Campaigns campaigns, KeeperLetters keepers, Clock clock) {
        this.rows = rows;
        this.campaigns = campaigns;
        this.keepers = keepers;
        this.clock = clock;
    }

    /** How many shops a letter would go to at this moment, at most {@value #SHOPS_MAX}. */
    @Connectable
    public int reach(Campaign campaign, Audience audience) {
        return shops(campaign, audience).size();
    }

    /** Newest first. */
    @Connectable
    public List<CampaignLetter> of(UUID campaignId) {
        return rows.of(campaignId, LETTERS_SHOWN);
    }

    /**
     * Writes to all shops it is for; they are told a little later, each once.
     *
     * @param id minted with the form, so that pressing twice sends once
     */
    @Transactional
    public Sending send(Campaign campaign, UUID id, Audience audience, String text, UUID actor) {
        if (rows.known(id, campaign.id())) {
            return new Sending.Sent();
        }
        boolean open = audience == Audience.INVITED
                ? campaign.enrolsAt(clock.now())
                : campaign.state().announced();
        if (!open) {
            return new Sending.Closed();
        }
        String words = text.strip();
        int length = words.codePointCount(0, words.length());
        if (length < TEXT_CHARACTERS_MIN || length > TEXT_CHARACTERS_MAX) {
            return new Sending.TextWrong();
        }
        List<UUID> shops = shops(campaign, audience);
        if (shops.isEmpty()) {
            return new Sending.Nobody();
        }
        rows.lock(campaign.id());
        if (!rows.add(id, campaign.id(), audience, words, actor, A_DAY_MAX)) {
            return rows.known(id, campaign.id()) ? new Sending.Sent() : new Sending.Enough();
        }
        rows.address(id, shops);
        return new Sending.Sent();
    }

    /** Tells some shops of what was written to them; false when all were told. */
    @Transactional
    boolean tellSome() {
        List<LetterRows.Untold> untold = rows.tell(TOLD_AT_ONCE);
        for (LetterRows.Untold one : untold) {
            campaigns
                    .asItStands(one.campaignId())
                    .ifPresent(campaign -> keepers.pass(
                            one.merchantId(),
                            "campaign-letter:" + one.letterId(),
                            "/merchant/enrolments/campaigns/" + campaign.id(),
                            campaign.title(),
                            one.text()));
        }
        return !untold.isEmpty();
    }

    private List<UUID> shops(Campaign campaign, Audience audience) {
        return switch (audience) {
            case ENROLLED -> rows.enrolled(campaign.id(), SHOPS_MAX);
            case INVITED -> rows.inviting(campaign.id(), campaign.rules().originCodes(), SHOPS_MAX);
        };
    }
}
