package terrace.orders.bazaar;

import io.micronaut.data.jdbc.runtime.JdbcOperations;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import terrace.catalog.enrolments.Enrolment;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.enrolments.NewEnrolment;
import terrace.catalog.enrolments.NewEnrolment.Wanted;
import terrace.catalog.enrolments.Review;
import terrace.catalog.enrolments.Signing;
import terrace.catalog.enrolments.Terms;
import terrace.catalog.flashsales.FlashOffer;
import terrace.catalog.flashsales.FlashSales;
import terrace.catalog.flashsales.Putting;
import terrace.catalog.flashsales.Session;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.campaigns.Campaigns;
import terrace.marketplace.campaigns.NewCampaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.orders.bazaar.Bazaar.Goods;

/** Brings goods into campaigns that run for three days, and into flash sales; moves the clock. */
@Singleton
public class FlashStall {
    private static final String TERMS = "自愿报名。";

    private final Campaigns campaigns;
    private final Enrolments enrolments;
    private final FlashSales flashes;
    private final Clock clock;
    private final JdbcOperations jdbc;
    private final TransactionOperations<Connection> transactions;

    FlashStall(
            Campaigns campaigns,
            Enrolments enrolments,
            FlashSales flashes,
            Clock clock,
            JdbcOperations jdbc,
            TransactionOperations<Connection> transactions) {
        this.campaigns = campaigns;
        this.enrolments = enrolments;
        this.flashes = flashes;
        this.clock = clock;
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Signed and approved in a campaign of its own that has begun. */
    public Enrolment enrol(UUID merchant, Goods goods, boolean flash, long fen, long pledge) {
        return enrol(merchant, goods, flash, fen, pledge, campaign());
    }

    /** The same, where others bear a part of the reduction: the platform three tenths, an organiser two. */
    public Enrolment shared(UUID merchant, Goods goods, boolean flash, long fen, long pledge, UUID organiser) {
        Campaign campaign = campaign();
        transactions.executeWrite(status -> jdbc.prepareStatement("""
                update marketplace.campaign set owner_partner_id = ?, budget_fen = 1000000, platform_share = 3000,
                    organiser_share = 2000, merchant_share = 5000 where id = ?
                """, statement -> {
            statement.setObject(1, organiser);
            statement.setObject(2, campaign.id());
            return statement.executeUpdate();
        }));
        campaigns.fund(campaign.id());
        return enrol(
                merchant,
                goods,
                flash,
                fen,
                pledge,
                campaigns.byId(campaign.id()).orElseThrow());
    }

    private Campaign campaign() {
        String slug = "c-" + Ids.next();
        Instant now = clock.now();
        campaigns.define(new NewCampaign(
                slug,
                "哈尼",
                "Hani",
                "故事",
                "Story",
                3_000_000,
                now.minusSeconds(60),
                now.plus(Duration.ofDays(3)),
                "",
                "",
                450,
                Campaign.Basis.DECLARED,
                List.of()));
        return campaigns.bySlug(slug).orElseThrow();
    }

    private Enrolment enrol(UUID merchant, Goods goods, boolean flash, long fen, long pledge, Campaign campaign) {
        UUID actor = Ids.next();
        NewEnrolment form = new NewEnrolment(
                Ids.next(),
                campaign.id(),
                goods.listingId(),
                flash,
                Map.of(goods.skuId(), new Wanted(fen, pledge)),
                "王五",
                TERMS,
                Terms.sha256(TERMS));
        Signing signing = enrolments.sign(merchant, form, actor).orElseThrow();
        if (!(signing instanceof Signing.Signed(Enrolment enrolment))) {
            throw new IllegalStateException(signing.toString());
        }
        Review review = enrolments.approve(campaign.id(), enrolment.id(), actor).orElseThrow();
        if (!(review instanceof Review.Done)) {
            throw new IllegalStateException(review.toString());
        }
        return enrolment;
    }

    /** Opens a session with so many pieces, and sets the clock a minute into it. */
    public FlashOffer open(UUID merchant, Goods goods, long fen, long pieces) {
        Enrolment enrolment = enrol(merchant, goods, true, fen, pieces);
        Session session =
                Session.next(clock.today(), clock.now().plus(Session.LASTS), 1).getFirst();
        UUID id = Ids.next();
        for (int twice = 0; twice < 2; twice++) {
            Putting putting = flashes.put(enrolment.campaignId(), enrolment.id(), goods.skuId(), session, pieces, id)
                    .orElseThrow();
            if (!(putting instanceof Putting.Put)) {
                throw new IllegalStateException(putting.toString());
            }
        }
        clock.shift(ahead(session));
        return flashes.byId(id).orElseThrow();
    }

    /** How far a clock that goes right must be shifted to stand a minute into the session. */
    private Duration ahead(Session session) {
        return Duration.between(clock.now(), session.startsAt()).plusMinutes(1);
    }
}
