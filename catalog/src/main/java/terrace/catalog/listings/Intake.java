package terrace.catalog.listings;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.catalog.categories.Categories;
import terrace.catalog.freight.Freight;

/** Takes new listings in: checks each, keeps the good ones, many at a time. */
@Singleton
class Intake {
    private final ListingRules rules;
    private final IntakeRows rows;
    private final Freight freight;
    private final Announcer announcer;
    private final Categories categories;

    Intake(ListingRules rules, IntakeRows rows, Freight freight, Announcer announcer, Categories categories) {
        this.rules = rules;
        this.rows = rows;
        this.freight = freight;
        this.announcer = announcer;
        this.categories = categories;
    }

    Set<Fault> faults(NewListing listing) {
        return rules.faults(listing, freight.merchantsOf(Set.of(listing.about().freightTemplateId())));
    }

    List<Offering> take(List<NewListing> listings, Status status) {
        Set<UUID> known =
                new HashSet<>(rows.known(listings.stream().map(NewListing::id).toList()));
        Map<UUID, UUID> merchantsOfTemplates = freight.merchantsOf(listings.stream()
                .map(listing -> listing.about().freightTemplateId())
                .collect(Collectors.toSet()));
        List<Offering> offerings = new ArrayList<>(listings.size());
        List<NewListing> good = new ArrayList<>();
        for (NewListing written : listings) {
            NewListing listing = written.plain();
            Set<Fault> faults = rules.faults(listing, merchantsOfTemplates);
            if (!faults.isEmpty()) {
                offerings.add(new Offering.Refused(listing.id(), faults));
                continue;
            }
            if (known.add(listing.id())) {
                good.add(listing);
            }
            offerings.add(new Offering.Accepted(listing.id()));
        }
        if (!good.isEmpty()) {
            rows.insert(good, status);
        }
        if (status == Status.PUBLISHED) {
            announcer.changed(good.stream().map(NewListing::id).toList());
            categories.goodsMoved();
        }
        return offerings;
    }
}
