package terrace.web.parcels;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import terrace.marketplace.clock.Clock;
import terrace.orders.fulfilment.Courier;
import terrace.orders.parcels.Parcel;
import terrace.orders.parcels.Parcels;
import terrace.orders.purchases.Order;
import terrace.web.pages.Language;
import terrace.web.signin.Visitor;

/** Turns parcels into what pages show. */
@Singleton
public class ParcelSights {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(Clock.ZONE);

    private final Parcels parcels;

    ParcelSights(Parcels parcels) {
        this.parcels = parcels;
    }

    /** In the order they were sent. */
    public List<ParcelSight> of(Visitor visitor, Order order) {
        return parcels.of(order.id()).stream()
                .map(parcel -> sight(visitor.language(), order, parcel))
                .toList();
    }

    static ParcelSight sight(Language language, Order order, Parcel parcel) {
        return new ParcelSight(
                parcel.number(),
                Courier.byCode(parcel.courierCode())
                        .map(known -> language.english() ? known.nameEn() : known.nameZh())
                        .orElse(parcel.courierCode()),
                parcel.trackingNumber(),
                time(parcel.sentAt()),
                order.lines().stream()
                        .filter(line -> parcel.pieces().containsKey(line.position()))
                        .map(line -> line.title() + " " + line.skuName() + " × "
                                + parcel.pieces().get(line.position()))
                        .toList());
    }

    static String time(Instant at) {
        return TIME.format(at);
    }
}
