package terrace.marketplace.organising;

import java.util.Set;
import terrace.marketplace.campaigns.CampaignState;

/** What came of a checker's decision. */
public sealed interface Checking {

    record Decided(CampaignState state) implements Checking {}

    /** It opens with all of them ticked or not at all. */
    record Unticked(Set<CheckItem> items) implements Checking {}

    /** Whoever wrote it does not check it. */
    record OwnWork() implements Checking {}

    /** The organiser has to know why. */
    record NoReason() implements Checking {}

    /** Its start has passed while it waited; it can only be given back. */
    record StartPassed() implements Checking {}

    /** Somebody has decided already, or it has changed since it was shown. */
    record NotWaiting() implements Checking {}
}
