package terrace.web.impact;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.impact.Helping;
import terrace.marketplace.impact.Impact;
import terrace.marketplace.impact.Sum;
import terrace.marketplace.regions.Regions;

/** Says whom an order helped. */
@Singleton
public class HelpedSights {
    private final Impact impact;
    private final Regions regions;

    HelpedSights(Impact impact, Regions regions) {
        this.impact = impact;
        this.regions = regions;
    }

    /** Null before the orders are counted, and where nothing of them is left. */
    public @Nullable HelpedSight of(List<String> orderNumbers) {
        return impact.helped(orderNumbers)
                .filter(helping -> !helping.countyCodes().isEmpty())
                .map(this::sight)
                .orElse(null);
    }

    private HelpedSight sight(Helping helping) {
        Sum.Helped helped = helping.sum().helped();
        return new HelpedSight(
                helping.countyCodes().stream().map(regions::path).collect(Collectors.joining("、")),
                helping.countyCodes().size(),
                helped.declared(),
                helped.endorsed(),
                helped.audited());
    }
}
