package terrace.catalog.letters;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.notices.Notices;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffMember;
import terrace.marketplace.staff.StaffRole;

/** Tells those who keep a shop what they should look at. What it says stays on a page: letters travel in the open. */
@Singleton
public class KeeperLetters {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Staff staff;
    private final Accounts accounts;
    private final Notices notices;
    private final String publicUrl;

    KeeperLetters(
            Staff staff,
            Accounts accounts,
            Notices notices,
            @Property(name = "public.url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.staff = staff;
        this.accounts = accounts;
        this.notices = notices;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /** What there is to say, and the page to see to it on. */
    public enum Matter {
        QUESTION("question", "/merchant/questions"),
        CERTIFICATE_ENDS("certificate-ends", "/merchant/certificates"),
        CERTIFICATE_ENDED("certificate-ended", "/merchant/certificates");

        private final String key;
        private final String page;

        Matter(String key, String page) {
            this.key = key;
            this.page = page;
        }
    }

    /** @param about what it is about; the words say it as {0} */
    public void tell(UUID merchantId, Matter matter, String about) {
        ResourceBundle words = ResourceBundle.getBundle("i18n.keeper-letters", Locale.ROOT, NO_FALLBACK);
        Set<UUID> keepers = staff.of(merchantId).stream()
                .filter(member -> member.role() != StaffRole.PACKER)
                .map(StaffMember::accountId)
                .collect(Collectors.toSet());
        accounts.byIds(keepers).values().stream()
                // Who signs in with a telephone number reads it on the page.
                .filter(account -> account.signInName().contains("@"))
                .forEach(account -> notices.mail(
                        account.signInName(),
                        words.getString(matter.key + ".subject"),
                        MessageFormat.format(words.getString(matter.key + ".text"), about, publicUrl + matter.page)));
    }
}
