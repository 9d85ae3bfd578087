package terrace.catalog.lots;

import io.micronaut.data.connection.annotation.Connectable;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.listings.ListingsChanged;
import terrace.catalog.listings.Slice;
import terrace.catalog.lots.Recording.Fault;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.events.Events;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;

/** Records harvests, and finds them by the code that stands on the bag. */
@Singleton
public class Lots {
    public static final int SHORT_CHARS_MAX = 60;
    public static final int TEST_REPORT_CHARS_MAX = 4_000;

    private static final int HARVEST_YEARS_MAX = 20;
    private static final long GRAMS_MAX = 100_000_000_000L;
    private static final int CODE_LENGTH = 8;
    /** Without those that people take for each other: 0 and O, 1 and I and L. */
    private static final String CODE_LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    private static final SecureRandom RANDOM = new SecureRandom();

    private final LotRows rows;
    private final Listings listings;
    private final Regions regions;
    private final Clock clock;
    private final Events events;

    Lots(LotRows rows, Listings listings, Regions regions, Clock clock, Events events) {
        this.rows = rows;
        this.listings = listings;
        this.regions = regions;
        this.clock = clock;
        this.events = events;
    }

    /** Empty when the merchant has no such listing. */
    @Transactional
    public Optional<Recording> record(UUID merchantId, NewLot lot, UUID actor) {
        Listing listing = listings.byIds(Set.of(lot.listingId())).get(lot.listingId());
        if (listing == null || !listing.merchantId().equals(merchantId)) {
            return Optional.empty();
        }
        Set<Fault> faults = faults(lot);
        if (!faults.isEmpty()) {
            return Optional.of(new Recording.Refused(faults));
        }
        Lot known = rows.byId(lot.id());
        // of 31 letters eight times there are 850 billion codes: a clash is tried again, then it is no clash
        while (known == null) {
            rows.add(lot, merchantId, code(), actor);
            known = rows.byId(lot.id());
            events.publish(new ListingsChanged(List.of(listing.id())));
        }
        return known.merchantId().equals(merchantId) ? Optional.of(new Recording.Recorded(known)) : Optional.empty();
    }

    /** As printed or as typed from a bag, in small letters too. */
    @Connectable
    public Optional<Lot> byCode(String code) {
        return Optional.ofNullable(rows.byCode(code.strip().toUpperCase(java.util.Locale.ROOT)));
    }

    @Connectable
    public Optional<Lot> byId(UUID id) {
        return Optional.ofNullable(rows.byId(id));
    }

    @Connectable
    public List<Lot> byIds(Set<UUID> ids) {
        return rows.byIds(ids);
    }

    /** The lot of a listing that was harvested last. */
    @Connectable
    public Optional<Lot> newest(UUID listingId) {
        return Optional.ofNullable(rows.newest(listingId));
    }

    /** When the newest lot of each listing was harvested; listings without a lot are left out. */
    @Connectable
    public Map<UUID, LocalDate> harvested(Set<UUID> listingIds) {
        return rows.harvested(listingIds);
    }

    /** Newest first, those after the one given. */
    @Connectable
    public Slice<Lot> ofMerchant(UUID merchantId, @Nullable UUID after, int limit) {
        List<Lot> found = rows.ofMerchant(merchantId, after, limit + 1);
        return found.size() <= limit
                ? new Slice<>(found, null)
                : new Slice<>(found.subList(0, limit), found.get(limit - 1).id().toString());
    }

    private Set<Fault> faults(NewLot lot) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        LocalDate today = clock.today();
        note(
                faults,
                Fault.HARVEST_DAY,
                !lot.harvestedOn().isAfter(today) && lot.harvestedOn().isAfter(today.minusYears(HARVEST_YEARS_MAX)));
        note(
                faults,
                Fault.COUNTY_UNKNOWN,
                regions.byCode(lot.countyCode()).filter(Region::isCounty).isPresent());
        note(faults, Fault.VILLAGE_LENGTH, lot.village().length() <= SHORT_CHARS_MAX);
        note(faults, Fault.GRAMS_RANGE, lot.grams() > 0 && lot.grams() <= GRAMS_MAX);
        note(faults, Fault.CERTIFICATE_LENGTH, lot.certificate().length() <= SHORT_CHARS_MAX);
        note(faults, Fault.TEST_REPORT_LENGTH, lot.testReport().length() <= TEST_REPORT_CHARS_MAX);
        return faults;
    }

    private static void note(Set<Fault> faults, Fault fault, boolean fine) {
        if (!fine) {
            faults.add(fault);
        }
    }

    private static String code() {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < CODE_LENGTH; i++) {
            code.append(CODE_LETTERS.charAt(RANDOM.nextInt(CODE_LETTERS.length())));
        }
        return code.toString();
    }
}
