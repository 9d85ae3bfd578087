package terrace.web.enrolments;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.enrolments.Enrolment;
import terrace.catalog.enrolments.Enrolments;
import terrace.catalog.flashsales.FlashOffer;
import terrace.catalog.flashsales.FlashSales;
import terrace.catalog.flashsales.Session;
import terrace.marketplace.campaigns.Campaign;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.money.Money;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Words;
import terrace.web.signin.Visitor;

/** What an organiser sees of those who want to join, and of the flash sales of a campaign. */
@Singleton
class ReviewPages {
    static final int ENROLMENTS_SHOWN = 200;
    private static final int SESSIONS_OFFERED = 12;

    private final Enrolments enrolments;
    private final FlashSales flashes;
    private final EnrolmentPages goods;
    private final EnrolmentWords words;
    private final Merchants merchants;
    private final Sights sights;
    private final Words all;
    private final Clock clock;

    ReviewPages(
            Enrolments enrolments,
            FlashSales flashes,
            EnrolmentPages goods,
            EnrolmentWords words,
            Merchants merchants,
            Sights sights,
            Words all,
            Clock clock) {
        this.enrolments = enrolments;
        this.flashes = flashes;
        this.goods = goods;
        this.words = words;
        this.merchants = merchants;
        this.sights = sights;
        this.all = all;
        this.clock = clock;
    }

    ReviewPage page(Visitor visitor, Campaign campaign, boolean own, Form form, List<String> outcome) {
        List<Enrolment> found = enrolments.ofCampaign(campaign.id(), ENROLMENTS_SHOWN);
        Map<UUID, Merchant> shops =
                merchants.byIds(found.stream().map(Enrolment::merchantId).collect(Collectors.toSet()));
        Map<UUID, Set<UUID>> rivals =
                enrolments.rivals(found.stream().map(Enrolment::id).toList());
        List<EnrolmentPages.Row> rows = goods.rows(visitor, found);
        List<Asking> waiting = new ArrayList<>();
        List<Asking> decided = new ArrayList<>();
        for (int at = 0; at < found.size(); at++) {
            Enrolment enrolment = found.get(at);
            Merchant shop = shops.get(enrolment.merchantId());
            Asking asking = new Asking(
                    rows.get(at),
                    shop == null ? "" : shop.name(),
                    rivals.getOrDefault(enrolment.id(), Set.of()).stream()
                            .map(id -> words.title(visitor.language(), id))
                            .filter(title -> !title.isEmpty())
                            .sorted()
                            .toList(),
                    cost(campaign, enrolment));
            (enrolment.state() == Enrolment.State.SIGNED ? waiting : decided).add(asking);
        }
        return new ReviewPage(
                campaign.id(),
                own,
                EnrolmentWords.title(visitor.language(), campaign),
                words.period(campaign),
                words.rules(visitor.language(), campaign),
                campaign.budget().funded() ? Money.grouped(campaign.budget().leftFen()) : null,
                waiting,
                decided,
                flash(visitor, campaign, found, rows),
                Ids.next(),
                outcome,
                form);
    }

    private static @Nullable String cost(Campaign campaign, Enrolment enrolment) {
        long fen = Enrolments.budgetOf(campaign, enrolment);
        return fen == 0 ? null : Money.grouped(fen);
    }

    private Flash flash(Visitor visitor, Campaign campaign, List<Enrolment> found, List<EnrolmentPages.Row> rows) {
        List<Option> choices = rows.stream()
                .filter(row -> row.flash() && row.state().equals("APPROVED"))
                .flatMap(row -> row.lines().stream()
                        .map(line -> new Option(
                                row.id() + "@" + line.skuId(),
                                all.say(
                                        visitor.language(),
                                        "enrolments.flash.choice",
                                        row.goods(),
                                        line.name(),
                                        line.left()))))
                .toList();
        Instant now = clock.now();
        List<Option> sessions = Session.next(clock.today(), now, SESSIONS_OFFERED).stream()
                .filter(session -> session.startsAt().isAfter(now)
                        && !session.startsAt().isBefore(campaign.startsAt())
                        && !session.endsAt().isAfter(campaign.endsAt()))
                .map(session -> new Option(session.day() + "@" + session.hour(), sights.time(session.startsAt())))
                .toList();
        Map<UUID, EnrolmentPages.Row> known =
                rows.stream().collect(Collectors.toMap(EnrolmentPages.Row::id, row -> row));
        List<Slot> slots =
                flashes
                        .ofEnrolments(found.stream()
                                .filter(Enrolment::flash)
                                .map(Enrolment::id)
                                .toList())
                        .stream()
                        .map(offer -> slot(offer, known, now))
                        .toList();
        return new Flash(choices, sessions, slots);
    }

    private Slot slot(FlashOffer offer, Map<UUID, EnrolmentPages.Row> known, Instant now) {
        EnrolmentPages.Row row = known.get(offer.enrolmentId());
        return new Slot(
                offer.id(),
                row == null ? "" : row.goods(),
                sights.time(offer.startsAt()),
                Money.grouped(offer.priceFen()),
                offer.pieces(),
                offer.taken(),
                offer.held(),
                offer.waiting(),
                offer.startsAt().isAfter(now));
    }

    /**
     * @param rivals other campaigns that have, or may get, the same goods at the same time
     * @param cost what approving it sets aside of the budget, in yuan; null for nothing
     */
    record Asking(
            EnrolmentPages.Row row,
            String merchant,
            List<String> rivals,
            @Nullable String cost) {}

    record Option(String value, String text) {}

    /**
     * @param price in yuan
     * @param coming it can still be taken out
     */
    record Slot(
            UUID id,
            String goods,
            String starts,
            String price,
            long pieces,
            long taken,
            long held,
            long waiting,
            boolean coming) {}

    record Flash(List<Option> choices, List<Option> sessions, List<Slot> slots) {}

    /**
     * @param own whether the reader runs the campaign; operators look on, and arrange its flash sales
     * @param left of the budget, in yuan; null where there is none
     * @param offer minted anew for each showing
     * @param outcome sentences on what was just done
     */
    record ReviewPage(
            UUID id,
            boolean own,
            String title,
            String period,
            List<String> rules,
            @Nullable String left,
            List<Asking> waiting,
            List<Asking> decided,
            Flash flash,
            UUID offer,
            List<String> outcome,
            Form form) {}
}
