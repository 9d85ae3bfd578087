package terrace.web.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.catalog.freight.FreightTemplate;
import terrace.catalog.freight.FreightZone;
import terrace.catalog.listings.Storage;
import terrace.web.demo.plan.PlannedListing;
import terrace.web.demo.plan.Seed;

/** What the demo's merchants charge for sending; frozen goods travel by cold chain, where there is one. */
final class Tariffs {

    private static final List<String> FAR_PROVINCES = List.of("15", "54", "63", "64", "65");
    private static final List<String> NO_COLD_CHAIN = List.of("54", "63", "65");

    private Tariffs() {}

    static UUID templateId(PlannedListing listing) {
        return Seed.id(0, "freight", listing.seller().code(), cold(listing) ? "cold" : "plain");
    }

    static FreightTemplate template(PlannedListing listing, UUID merchantId) {
        return cold(listing)
                ? new FreightTemplate(templateId(listing), merchantId, "冷链", coldZones(listing.county()))
                : new FreightTemplate(templateId(listing), merchantId, "快递", zones(listing.county()));
    }

    private static boolean cold(PlannedListing listing) {
        return listing.goods().storage() == Storage.FROZEN;
    }

    /** Eight yuan for the first kilogram, two for each more, free from 99 yuan; dearer where roads are long. */
    private static List<FreightZone> zones(String county) {
        List<FreightZone> zones = new ArrayList<>();
        zones.add(new FreightZone(FreightZone.EVERYWHERE_ELSE, true, 1000, 800, 1000, 200, 9900L));
        zones.add(new FreightZone(county.substring(0, 2), true, 1000, 500, 1000, 100, 5900L));
        FAR_PROVINCES.stream()
                .filter(far -> !county.startsWith(far))
                .forEach(far -> zones.add(new FreightZone(far, true, 1000, 1500, 1000, 600, 29900L)));
        return zones;
    }

    private static List<FreightZone> coldZones(String county) {
        List<FreightZone> zones = new ArrayList<>();
        zones.add(new FreightZone(FreightZone.EVERYWHERE_ELSE, true, 2000, 1800, 1000, 400, 29900L));
        zones.add(new FreightZone(county.substring(0, 2), true, 2000, 1200, 1000, 300, 19900L));
        NO_COLD_CHAIN.stream()
                .filter(far -> !county.startsWith(far))
                .forEach(far -> zones.add(FreightZone.notDelivered(far)));
        return zones;
    }
}
