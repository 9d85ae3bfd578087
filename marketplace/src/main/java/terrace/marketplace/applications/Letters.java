package terrace.marketplace.applications;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;

/** Tells the applicant of each step that others took. The reasons stay on the page: letters travel in the open. */
@Singleton
class Letters {

    private static final String PAGE = "/merchant/application";

    private final Inbox inbox;

    Letters(Inbox inbox) {
        this.inbox = inbox;
    }

    /** @param step the number of the step, told of once */
    void tell(Application application, long step, Step.Act act, Map<String, String> reasons, String note) {
        if (act == Step.Act.STARTED || act == Step.Act.FIRST_LOOK || act == Step.Act.SIGNED) {
            return;
        }
        inbox.tell(
                application.accountId(),
                new News(
                        NewsKind.APPLICATION,
                        "application-step:" + step,
                        "application." + act.name().toLowerCase(Locale.ROOT),
                        List.of(Integer.toString(reasons.size()), note),
                        PAGE,
                        application.english()));
    }
}
