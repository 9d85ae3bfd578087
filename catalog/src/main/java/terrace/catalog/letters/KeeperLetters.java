package terrace.catalog.letters;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffMember;
import terrace.marketplace.staff.StaffRight;

/** Tells those who keep a shop's goods what they should look at. What was said stays on its page. */
@Singleton
public class KeeperLetters {
    private final Staff staff;
    private final Inbox inbox;

    KeeperLetters(Staff staff, Inbox inbox) {
        this.staff = staff;
        this.inbox = inbox;
    }

    /** What there is to say, and the page to see to it on. */
    public enum Matter {
        ENROLMENT("goods.enrolment", "/merchant/enrolments"),
        QUESTION("goods.question", "/merchant/questions"),
        CERTIFICATE_ENDS("goods.certificate-ends", "/merchant/certificates"),
        CERTIFICATE_ENDED("goods.certificate-ended", "/merchant/certificates");

        private final String key;
        private final String page;

        Matter(String key, String page) {
            this.key = key;
            this.page = page;
        }
    }

    /** @param about what it is about; the words say it as {0} */
    public void tell(UUID merchantId, Matter matter, String about) {
        inbox.tellAll(
                keepers(merchantId),
                new News(
                        NewsKind.GOODS, matter.key + ":" + Ids.next(), matter.key, List.of(about), matter.page, false));
    }

    /**
     * Passes on what an organiser wrote about a campaign; each keeper is told once of the same source.
     *
     * @param campaign its title
     */
    public void pass(UUID merchantId, String source, String page, String campaign, String text) {
        inbox.tellAll(
                keepers(merchantId),
                new News(NewsKind.GOODS, source, "goods.campaign-letter", List.of(campaign, text), page, false));
    }

    private List<UUID> keepers(UUID merchantId) {
        return staff.of(merchantId).stream()
                .filter(member -> member.role().rights().contains(StaffRight.GOODS))
                .map(StaffMember::accountId)
                .toList();
    }
}
