package terrace.web.demo.helping;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.households.Households;
import terrace.marketplace.households.NewHousehold;
import terrace.marketplace.impact.Allocating;
import terrace.marketplace.impact.Allocation;
import terrace.marketplace.impact.Allocations;
import terrace.marketplace.impact.Basis;
import terrace.marketplace.impact.NewAllocation;
import terrace.web.demo.plan.PlannedListing;
import terrace.web.pdf.Paper;

/** Invented families, known by number only, and the goods they stand behind. */
@Singleton
public class Families {
    private static final List<String> VILLAGES = List.of("普春村", "作夫村", "妥赊村");
    private static final int FAMILIES_A_VILLAGE = 24;
    private static final int PEOPLE_MIN = 2;
    private static final int PEOPLE_SPAN = 5;
    /** Long enough before the first purchase of the demo. */
    private static final int DAYS_BEFORE = 90;

    private static final int DAYS_AFTER = 365;
    private static final byte[] NOTHING = {};

    private final Households households;
    private final Allocations allocations;
    private final Clock clock;

    Families(Households households, Allocations allocations, Clock clock) {
        this.households = households;
        this.allocations = allocations;
        this.clock = clock;
    }

    /**
     * Enters the families of a county once and says what they stand behind: the first half of its goods by the county's
     * word, the rest by the merchant's; the very first was audited.
     */
    public void settle(UUID endorser, UUID operator, String county, List<PlannedListing> listings) {
        List<PlannedListing> own = listings.stream()
                .filter(listing -> listing.county().equals(county))
                .toList();
        if (own.isEmpty()
                || !allocations
                        .ofEndorser(endorser, Long.MAX_VALUE, 1)
                        .orElse(List.of())
                        .isEmpty()) {
            return;
        }
        for (int village = 0; village < VILLAGES.size(); village++) {
            for (int family = 1; family <= FAMILIES_A_VILLAGE - village; family++) {
                String number = "%s-%d-%03d".formatted(county, village + 1, family);
                int people = PEOPLE_MIN + (family * 7 + village) % PEOPLE_SPAN;
                households.enter(
                        endorser,
                        new NewHousehold(VILLAGES.get(village), "演示户" + family, number, Integer.toString(people)));
            }
        }
        byte[] document = Paper.write(paper -> {
            paper.title("带动关系证明（演示）");
            paper.line("本文件为演示市场而作，农户均为虚构，只有编号。");
        });
        for (int at = 0; at < own.size(); at++) {
            boolean endorsed = at < Math.ceilDiv(own.size(), 2);
            allocate(endorser, own.get(at), at, endorsed ? Basis.ENDORSED : Basis.DECLARED, document);
        }
        allocations.ofEndorser(endorser, Long.MAX_VALUE, Integer.MAX_VALUE).orElse(List.of()).stream()
                .reduce((newer, older) -> older)
                .ifPresent(first -> audit(operator, first, document));
    }

    private void allocate(UUID endorser, PlannedListing listing, int at, Basis basis, byte[] document) {
        LocalDate today = clock.today();
        Set<String> villages = Set.of(VILLAGES.get(at % VILLAGES.size()), VILLAGES.get((at + 1) % VILLAGES.size()));
        required(allocations
                .record(
                        endorser,
                        new NewAllocation(
                                id("allocation", listing.id()),
                                listing.id(),
                                null,
                                listing.county(),
                                basis,
                                today.minusDays(DAYS_BEFORE),
                                today.plusDays(DAYS_AFTER),
                                villages),
                        basis == Basis.DECLARED ? NOTHING : document)
                .orElseThrow());
    }

    private void audit(UUID operator, Allocation first, byte[] document) {
        required(allocations
                .audited(operator, id("audit", first.id()), first.number(), first.fromDay(), first.toDay(), document)
                .orElseThrow());
    }

    private static void required(Allocating outcome) {
        if (!(outcome instanceof Allocating.Recorded)) {
            throw new IllegalStateException("An allocation was refused: " + outcome);
        }
    }

    private static UUID id(String what, UUID of) {
        return UUID.nameUUIDFromBytes((what + " " + of).getBytes(StandardCharsets.UTF_8));
    }
}
