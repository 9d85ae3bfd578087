package terrace.web.registry;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.catalog.listings.Listing;
import terrace.catalog.listings.Listings;
import terrace.catalog.lots.Lot;
import terrace.catalog.lots.Lots;
import terrace.marketplace.impact.Allocating;
import terrace.marketplace.impact.Basis;
import terrace.marketplace.impact.NewAllocation;
import terrace.web.pages.Form;

/** Reads what a county typed about an allocation. */
@Singleton
class AllocationForm {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Listings listings;
    private final Lots lots;

    AllocationForm(Listings listings, Lots lots) {
        this.listings = listings;
        this.lots = lots;
    }

    /** @param wanted null where the form has something to mend */
    record Read(Form form, @Nullable NewAllocation wanted) {}

    Read read(Map<String, String> typed) {
        Form form = Form.of(typed);
        Optional<Listing> listing = id(form.value("listing")).flatMap(listings::published);
        if (listing.isEmpty()) {
            form = form.with("listing", "registry.allocation.listing.wrong");
        }
        String code = form.value("lot").strip();
        Optional<Lot> lot = listing.flatMap(goods -> lot(goods, code));
        if (!code.isEmpty() && lot.isEmpty()) {
            form = form.with("lot", "registry.allocation.lot.wrong");
        }
        Optional<LocalDate> from = day(form.value("from"));
        Optional<LocalDate> to = day(form.value("to"));
        if (from.isEmpty() || to.isEmpty()) {
            form = form.with(from.isEmpty() ? "from" : "to", "registry.allocation.day.wrong");
        }
        Set<String> villages = villages(form.value("villages"));
        if (villages.isEmpty()) {
            form = form.with("villages", "registry.allocation.villages.none");
        }
        Optional<UUID> id = id(form.value("allocation"));
        if (!form.errors().isEmpty() || id.isEmpty()) {
            return new Read(form, null);
        }
        Listing goods = listing.orElseThrow();
        Basis basis = form.value("basis").equals(Basis.ENDORSED.name()) ? Basis.ENDORSED : Basis.DECLARED;
        return new Read(
                form,
                new NewAllocation(
                        id.get(),
                        goods.id(),
                        lot.map(Lot::id).orElse(null),
                        goods.countyCode(),
                        basis,
                        from.orElseThrow(),
                        to.orElseThrow(),
                        villages));
    }

    private Optional<Lot> lot(Listing goods, String code) {
        return code.isEmpty()
                ? Optional.empty()
                : lots.byCode(code).filter(one -> one.listingId().equals(goods.id()));
    }

    /** One a line. */
    private static Set<String> villages(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.toSet());
    }

    static Form told(Form form, Allocating outcome) {
        return switch (outcome) {
            case Allocating.Recorded recorded -> form;
            case Allocating.OtherCounty other -> form.with("listing", "registry.allocation.other-county");
            case Allocating.NobodyThere nobody -> form.with("villages", "registry.allocation.villages.none");
            case Allocating.DaysReversed reversed -> form.with("to", "registry.allocation.reversed");
            case Allocating.EvidenceMissing missing -> form.with("file", "registry.evidence.missing");
            case Allocating.EvidenceRefused(var reason) -> form.with("file", "registry.evidence." + reason);
            case Allocating.NotForCounty never -> form.with("basis", "registry.allocation.not-for-county");
        };
    }

    /** The id, alone or as the end of an address somebody copied. */
    static Optional<UUID> id(String text) {
        Matcher found = ID.matcher(text);
        return found.find() ? Optional.of(UUID.fromString(found.group())) : Optional.empty();
    }

    static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
