package terrace.web.entitlements;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.entitlements.DepartmentUse;
import terrace.marketplace.entitlements.Run;
import terrace.marketplace.ids.Ids;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Prepares the pages of a partner's benefits. */
@Singleton
class EntitlementPages {
    private final Sights sights;
    private final Words words;

    EntitlementPages(Sights sights, Words words) {
        this.sights = sights;
        this.words = words;
    }

    ListPage list(List<Run> runs, String free, Form form) {
        return new ListPage(runs.stream().map(this::sight).toList(), free, Ids.next(), Ids.next(), Ids.next(), form);
    }

    RunPage run(Language language, Run run, List<DepartmentUse> use) {
        return new RunPage(
                sight(run),
                use.stream()
                        .map(each -> new Use(
                                each.department().isEmpty()
                                        ? words.say(language, "entitlements.others")
                                        : each.department(),
                                each.people(),
                                each.used(),
                                each.fen()))
                        .toList());
    }

    private Sight sight(Run run) {
        return new Sight(
                run.id(),
                run.title(),
                sights.time(run.madeAt()),
                run.rows(),
                run.done(),
                run.given(),
                run.bad(),
                run.endedAt() != null);
    }

    record Sight(UUID id, String title, String at, int rows, int done, long given, long bad, boolean ended) {}

    record Use(String department, long people, long used, long fen) {}

    record RunPage(Sight run, List<Use> use) {}

    /**
     * @param free what the partner's fund may still promise, in yuan
     * @param run what the next sheet will be called, and batch its coupons, and pledge the next promise
     */
    record ListPage(List<Sight> runs, String free, UUID run, UUID batch, UUID pledge, Form form) {}
}
