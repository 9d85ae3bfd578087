package terrace.web.demo.helping;

import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.endorsers.Endorsers;
import terrace.web.demo.plan.PlannedListing;

/** Whom the demo's goods help: before the first purchase the families and causes, after the last what became of it. */
@Singleton
public class Help {
    private static final String COUNTY = "532529";

    private final Endorsers endorsers;
    private final Families families;
    private final Causes causes;

    Help(Endorsers endorsers, Families families, Causes causes) {
        this.endorsers = endorsers;
        this.families = families;
        this.causes = causes;
    }

    /**
     * The families of two counties.
     *
     * @param walked codes of the merchants that take part in most
     * @param first who speaks for the county of the rice
     * @param other who is to speak for the other merchant's
     */
    public void prepare(
            List<PlannedListing> planned, Collection<String> walked, UUID first, UUID other, UUID operator) {
        families.settle(first, operator, COUNTY, planned);
        planned.stream()
                .filter(listing -> walked.contains(listing.seller().code()))
                .map(PlannedListing::county)
                .filter(county -> !county.equals(COUNTY))
                .findFirst()
                .ifPresent(county -> {
                    endorsers.appoint(other, county, "县乡村振兴局", "demo");
                    families.settle(other, operator, county, planned);
                });
    }

    /** To be called before anybody gives. */
    public void open(UUID organiser) {
        causes.open(organiser);
    }

    /** To be called after the last gift. */
    public void finish(UUID organiser) {
        causes.payOn(organiser);
        causes.tell();
    }
}
