package terrace.web.coupons;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.coupons.Batch;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponBatches;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.orders.promotions.FundState;
import terrace.orders.promotions.PromoFunds;
import terrace.web.pages.Form;
import terrace.web.pages.Language;

/** Puts the operator's pages of coupons together. */
@Singleton
class BatchPages {
    private static final int BATCHES_SHOWN = 100;
    private static final int PERCENT_POINTS = CostShare.WHOLE / 100;

    private final PromoFunds funds;
    private final CouponBatches batches;
    private final Partners partners;
    private final CouponCards cards;

    BatchPages(PromoFunds funds, CouponBatches batches, Partners partners, CouponCards cards) {
        this.funds = funds;
        this.batches = batches;
        this.partners = partners;
        this.cards = cards;
    }

    ListPage list(Language language, Form form, @Nullable String done) {
        List<Batch> newest = batches.newest(BATCHES_SHOWN);
        Map<UUID, Batch.Counts> counts = batches.counts(
                newest.stream().map(batch -> batch.terms().batchId()).collect(Collectors.toSet()));
        Map<UUID, Partner> organisers =
                partners.all().stream().collect(Collectors.toMap(Partner::id, Function.identity()));
        return new ListPage(
                funds(language, organisers, newest),
                newest.stream()
                        .map(batch -> row(
                                language,
                                organisers,
                                batch,
                                Objects.requireNonNull(counts.get(batch.terms().batchId()))))
                        .toList(),
                choices(language),
                form,
                Ids.next(),
                done);
    }

    /** Whether codes can be made for a batch. */
    boolean codesFor(UUID batchId) {
        return batches.byId(batchId)
                .filter(batch -> batch.giving().way() == Giving.Way.CODE && !batch.over() && batch.stoppedAt() == null)
                .isPresent();
    }

    FormPage form(Language language, Form form, @Nullable String free) {
        return new FormPage(form, choices(language), free);
    }

    /** The platform's, and those of organisers that bear something or have paid in. */
    private List<Fund> funds(Language language, Map<UUID, Partner> organisers, List<Batch> newest) {
        Set<UUID> shown = new HashSet<>(funds.filled());
        newest.stream()
                .flatMap(batch -> Stream.ofNullable(batch.terms().cost().organiserId()))
                .forEach(shown::add);
        List<Fund> found = new ArrayList<>();
        found.add(fund(null, funds.state(null)));
        organisers.values().stream()
                .filter(partner -> shown.contains(partner.id()))
                .sorted(Comparator.comparing(Partner::code))
                .map(partner -> fund(name(language, partner), funds.state(partner.id())))
                .forEach(found::add);
        return found;
    }

    private static Fund fund(@Nullable String organiser, FundState state) {
        return new Fund(organiser, state.balanceFen(), state.promisedFen(), state.freeFen());
    }

    private Row row(Language language, Map<UUID, Partner> organisers, Batch batch, Batch.Counts counts) {
        CostShare cost = batch.terms().cost();
        Partner organiser = cost.organiserId() == null ? null : organisers.get(cost.organiserId());
        String state = batch.stoppedAt() != null ? "STOPPED" : batch.over() ? "OVER" : "OPEN";
        return new Row(
                cards.card(language, batch.terms()),
                state,
                batch.giving().way().name(),
                batch.budgetFen(),
                batch.claimedFen(),
                counts.claimed(),
                counts.frozen(),
                counts.used(),
                cost.platform() / PERCENT_POINTS,
                organiser == null ? null : name(language, organiser),
                cost.organiser() / PERCENT_POINTS,
                cost.merchant() / PERCENT_POINTS);
    }

    private List<Choice> choices(Language language) {
        return partners.all().stream()
                .map(partner -> new Choice(partner.code(), name(language, partner)))
                .toList();
    }

    private static String name(Language language, Partner partner) {
        return language.english() ? partner.nameEn() : partner.name();
    }

    /** @param organiser null for the platform's own fund */
    record Fund(@Nullable String organiser, long balanceFen, long promisedFen, long freeFen) {}

    /**
     * A batch; its shares in percent.
     *
     * @param state words are at {@code coupons.batch.state.<state>}
     */
    record Row(
            CouponCard card,
            String state,
            String way,
            long budgetFen,
            long claimedFen,
            long claimed,
            long frozen,
            long used,
            int platform,
            @Nullable String organiser,
            int organiserPercent,
            int merchantPercent) {}

    record Choice(String value, String text) {}

    /** @param payment what the next payment into a fund will be called */
    record ListPage(
            List<Fund> funds,
            List<Row> batches,
            List<Choice> organisers,
            Form form,
            UUID payment,
            @Nullable String done) {}

    /** @param free what the fund that was short has free, in yuan */
    record FormPage(
            Form form, List<Choice> organisers, @Nullable String free) {}
}
