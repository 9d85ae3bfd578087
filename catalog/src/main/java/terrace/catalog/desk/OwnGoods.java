package terrace.catalog.desk;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;
import terrace.catalog.desk.BulkLine.Effect;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightZone;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.NewListing;
import terrace.catalog.listings.NewSku;
import terrace.catalog.listings.OffShelfReason;
import terrace.catalog.listings.Offering;
import terrace.catalog.listings.Slice;
import terrace.catalog.listings.Status;
import terrace.catalog.moderation.Moderation;
import terrace.catalog.moderation.Saving;

/** What a merchant has, whatever its state; somebody else's is not there. */
@Singleton
public class OwnGoods {
    public static final int BULK_MAX = 200;
    public static final int PERCENT_MAX = 500;

    private static final int PERCENT = 100;

    private final OwnRows rows;
    private final Listings listings;
    private final Moderation moderation;
    private final Freight freight;

    OwnGoods(OwnRows rows, Listings listings, Moderation moderation, Freight freight) {
        this.rows = rows;
        this.listings = listings;
        this.moderation = moderation;
        this.freight = freight;
    }

    /** Newest first, those after the one given. */
    @Connectable
    public Slice<OwnListing> page(UUID merchantId, GoodsState state, @Nullable UUID after, int limit) {
        return page(merchantId, state, "", after, limit);
    }

    /** @param word that stands in the title; empty for any */
    @Connectable
    public Slice<OwnListing> page(UUID merchantId, GoodsState state, String word, @Nullable UUID after, int limit) {
        List<OwnListing> found = rows.page(merchantId, state, word, after, limit + 1);
        return found.size() <= limit
                ? new Slice<>(found, null)
                : new Slice<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    @Connectable
    public Optional<Listing> of(UUID merchantId, UUID listingId) {
        return Optional.ofNullable(listings.byIds(Set.of(listingId)).get(listingId))
                .filter(listing -> listing.merchantId().equals(merchantId));
    }

    /**
     * Freight templates to choose from; who has none yet may choose one that delivers everywhere for nothing, which
     * comes into being with the first draft that names it.
     */
    @Connectable
    public List<FreightTemplate> templates(UUID merchantId) {
        List<FreightTemplate> templates = freight.ofMerchant(merchantId);
        return templates.isEmpty() ? List.of(free(merchantId)) : templates;
    }

    /** Keeps a new listing as a draft. */
    @Transactional
    public Offering draft(NewListing listing) {
        FreightTemplate free = free(listing.merchantId());
        if (listing.about().freightTemplateId().equals(free.id())
                && freight.byId(free.id()).isEmpty()) {
            freight.define(free);
        }
        return listings.draft(listing);
    }

    private static FreightTemplate free(UUID merchantId) {
        UUID id = UUID.nameUUIDFromBytes(("free-freight:" + merchantId).getBytes(StandardCharsets.UTF_8));
        return new FreightTemplate(id, merchantId, "全国包邮", List.of(FreightZone.free(FreightZone.EVERYWHERE_ELSE)));
    }

    /**
     * What the act would do to each of these listings. Empty when one of them is not the merchant's.
     *
     * @param listingIds at most {@link #BULK_MAX}
     */
    @Connectable
    public Optional<List<BulkLine>> preview(UUID merchantId, Set<UUID> listingIds, BulkAct act) {
        return own(merchantId, listingIds)
                .map(own ->
                        own.values().stream().map(listing -> line(listing, act)).toList());
    }

    /**
     * Does it, each listing by itself; one that somebody changed since the preview is left alone, so that sending
     * twice does it once. Empty when one of them is not the merchant's.
     *
     * @param versions of the listings when they were looked at, by id
     */
    public Optional<List<BulkLine>> carryOut(UUID merchantId, Map<UUID, Long> versions, BulkAct act, UUID actor) {
        return own(merchantId, versions.keySet())
                .map(own -> own.values().stream()
                        .map(listing ->
                                carryOut(listing, versions.getOrDefault(listing.id(), listing.version()), act, actor))
                        .toList());
    }

    private BulkLine carryOut(Listing listing, long version, BulkAct act, UUID actor) {
        BulkLine line = line(listing, act);
        switch (line.effect()) {
            case GOES_OFF -> listings.withdraw(listing.id(), OffShelfReason.OWN_CHOICE);
            case GOES_ON, KEPT_OFF -> listings.restore(listing.id(), OffShelfReason.OWN_CHOICE);
            case REPRICED, WAITS -> {
                NewListing wanted = repriced(listing, act);
                Optional<Saving> saving = moderation.save(listing.merchantId(), version, wanted, actor);
                return saving.filter(Saving.Saved.class::isInstance).isPresent()
                        ? line
                        : told(listing, line.afterFen(), Effect.CHANGED_MEANWHILE);
            }
            case SAME, NOT_PUBLISHED, PRICE_RANGE, CHANGED_MEANWHILE -> {
                return line;
            }
        }
        return line;
    }

    private Optional<Map<UUID, Listing>> own(UUID merchantId, Set<UUID> ids) {
        if (ids.size() > BULK_MAX) {
            throw new IllegalArgumentException("at most " + BULK_MAX + " at once");
        }
        Map<UUID, Listing> own = new LinkedHashMap<>(listings.byIds(ids));
        return own.size() == ids.size()
                        && own.values().stream()
                                .allMatch(listing -> listing.merchantId().equals(merchantId))
                ? Optional.of(own)
                : Optional.empty();
    }

    private BulkLine line(Listing listing, BulkAct act) {
        long before = listing.card().priceFen();
        return switch (act) {
            case BulkAct.TakeOff off -> told(listing, before, shelfEffect(listing, false));
            case BulkAct.PutBack on -> told(listing, before, shelfEffect(listing, true));
            case BulkAct.Percent percent -> priced(listing, act);
            case BulkAct.Amount amount -> priced(listing, act);
        };
    }

    private Effect shelfEffect(Listing listing, boolean on) {
        if (listing.status() != Status.PUBLISHED) {
            return Effect.NOT_PUBLISHED;
        }
        Set<OffShelfReason> reasons = EnumSet.noneOf(OffShelfReason.class);
        reasons.addAll(listings.offShelfReasons(listing.id()));
        boolean off = reasons.remove(OffShelfReason.OWN_CHOICE);
        if (on != off) {
            return Effect.SAME;
        }
        if (!on) {
            return Effect.GOES_OFF;
        }
        return reasons.isEmpty() ? Effect.GOES_ON : Effect.KEPT_OFF;
    }

    private BulkLine priced(Listing listing, BulkAct act) {
        NewListing wanted = repriced(listing, act);
        long after = wanted.skus().stream().mapToLong(NewSku::priceFen).min().orElseThrow();
        if (wanted.skus().stream().anyMatch(sku -> sku.priceFen() < 1 || sku.priceFen() > Listings.PRICE_FEN_MAX)) {
            return told(listing, after, Effect.PRICE_RANGE);
        }
        if (wanted.equals(moderation.wanted(listing))) {
            return told(listing, after, Effect.SAME);
        }
        return told(listing, after, moderation.waits(listing, wanted) ? Effect.WAITS : Effect.REPRICED);
    }

    private static BulkLine told(Listing listing, long afterFen, Effect effect) {
        return new BulkLine(
                listing.id(), listing.title(), listing.version(), listing.card().priceFen(), afterFen, effect);
    }

    /** With what waits for an operator left waiting. */
    private NewListing repriced(Listing listing, BulkAct act) {
        LongUnaryOperator price =
                switch (act) {
                    case BulkAct.Percent(int percent) ->
                        fen -> Math.floorDiv(fen * (PERCENT + percent) + PERCENT / 2, PERCENT);
                    case BulkAct.Amount(long fen) -> before -> before + fen;
                    case BulkAct.TakeOff off -> LongUnaryOperator.identity();
                    case BulkAct.PutBack on -> LongUnaryOperator.identity();
                };
        NewListing wanted = moderation.wanted(listing);
        List<NewSku> skus = new ArrayList<>();
        for (int at = 0; at < wanted.skus().size(); at++) {
            NewSku sku = wanted.skus().get(at);
            long fen = price.applyAsLong(listing.skus().get(at).priceFen());
            skus.add(new NewSku(sku.id(), sku.name(), fen, sku.grams(), sku.code()));
        }
        return wanted.with(skus);
    }
}
