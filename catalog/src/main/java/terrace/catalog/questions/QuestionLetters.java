package terrace.catalog.questions;

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

/** Tells those who keep a shop that somebody asks. What was asked stays on the page: letters travel in the open. */
@Singleton
class QuestionLetters {
    private static final String PAGE = "/merchant/questions";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Staff staff;
    private final Accounts accounts;
    private final Notices notices;
    private final String publicUrl;

    QuestionLetters(
            Staff staff,
            Accounts accounts,
            Notices notices,
            @Property(name = "public.url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.staff = staff;
        this.accounts = accounts;
        this.notices = notices;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void tell(UUID merchantId, String title) {
        ResourceBundle words = ResourceBundle.getBundle("i18n.questions-mail", Locale.ROOT, NO_FALLBACK);
        Set<UUID> keepers = staff.of(merchantId).stream()
                .filter(member -> member.role() != StaffRole.PACKER)
                .map(StaffMember::accountId)
                .collect(Collectors.toSet());
        accounts.byIds(keepers).values().stream()
                // Who signs in with a telephone number reads it on the page.
                .filter(account -> account.signInName().contains("@"))
                .forEach(account -> notices.mail(
                        account.signInName(),
                        words.getString("questions-mail.subject"),
                        MessageFormat.format(words.getString("questions-mail.text"), title, publicUrl + PAGE)));
    }
}
