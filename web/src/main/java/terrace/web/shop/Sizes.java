package terrace.web.shop;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.freight.Freight;
import terrace.catalog.freight.FreightLine;
import terrace.catalog.freight.FreightQuote;
import terrace.catalog.freight.FreightQuote.Charged;
import terrace.catalog.freight.FreightQuote.NotDelivered;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Sku;
import terrace.catalog.stock.Offer;
import terrace.catalog.stock.Stock;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.money.Money;
import terrace.web.pages.Language;
import terrace.web.pages.Words;
import terrace.web.shop.ListingPage.Size;

/** The sizes of a listing with what is left of each and what sending one piece costs. */
@Singleton
class Sizes {
    private static final DateTimeFormatter UNTIL = DateTimeFormatter.ofPattern("MM-dd HH:mm");

    private final Stock stock;
    private final Freight freight;
    private final Words words;

    Sizes(Stock stock, Freight freight, Words words) {
        this.stock = stock;
        this.freight = freight;
        this.words = words;
    }

    Offered of(Language language, String provinceCode, Listing listing) {
        Map<UUID, Offer> left =
                stock.offers(listing.skus().stream().map(Sku::id).collect(Collectors.toSet()));
        Map<FreightLine, FreightQuote> quotes = freight.quotes(listing.skus().stream()
                .map(sku -> parcel(listing, sku, provinceCode))
                .toList());
        List<Size> sizes = new ArrayList<>();
        long quantityMax = 0;
        for (Sku sku : listing.skus()) {
            Offer offer = Objects.requireNonNull(left.get(sku.id()));
            long pieces = offer.pieces();
            FreightQuote quote = quotes.get(parcel(listing, sku, provinceCode));
            boolean chosen = pieces > 0 && sizes.stream().noneMatch(Size::chosen);
            sizes.add(new Size(
                    sku.id(),
                    sku.name(),
                    sku.priceFen(),
                    listing.about().keeping().byWeight() ? sku.perJinFen() : null,
                    stock(language, offer),
                    freight(language, quote),
                    pieces > 0,
                    chosen));
            quantityMax = Math.max(quantityMax, pieces);
        }
        return new Offered(sizes, quantityMax);
    }

    private static FreightLine parcel(Listing listing, Sku sku, String provinceCode) {
        return new FreightLine(listing.about().freightTemplateId(), provinceCode, sku.grams(), sku.priceFen());
    }

    private String stock(Language language, Offer offer) {
        LocalDate shipsFrom = offer.shipsFrom();
        if (shipsFrom != null) {
            return words.say(language, "desk.early.left", shipsFrom.toString(), Long.toString(offer.pieces()));
        }
        long pieces = offer.pieces();
        String left =
                pieces == 0 ? words.say(language, "shop.stock.none") : words.say(language, "shop.stock.left", pieces);
        Instant until = offer.priceUntil();
        return until == null
                ? left
                : left + " · " + words.say(language, "flash.price-until", UNTIL.format(until.atZone(Clock.ZONE)));
    }

    private String freight(Language language, @Nullable FreightQuote quote) {
        return switch (quote) {
            case Charged(long fen) when fen == 0 -> words.say(language, "shop.freight.free");
            case Charged(long fen) -> words.say(language, "shop.freight.charged", Money.grouped(fen));
            case NotDelivered() -> words.say(language, "shop.freight.never");
            case null -> words.say(language, "shop.freight.never");
        };
    }

    record Offered(List<Size> sizes, long quantityMax) {}
}
