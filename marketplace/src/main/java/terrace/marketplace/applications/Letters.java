package terrace.marketplace.applications;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.notices.Notices;

/** Tells the applicant of each step that others took. The reasons stay on the page: letters travel in the open. */
@Singleton
class Letters {

    private static final String PAGE = "/merchant/application";
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Accounts accounts;
    private final Notices notices;
    private final String publicUrl;

    Letters(
            Accounts accounts,
            Notices notices,
            @Property(name = "public.url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.accounts = accounts;
        this.notices = notices;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    void tell(Application application, Step.Act act, Map<String, String> reasons, String note) {
        if (act == Step.Act.STARTED || act == Step.Act.FIRST_LOOK || act == Step.Act.SIGNED) {
            return;
        }
        var words = ResourceBundle.getBundle(
                "i18n.mail", application.english() ? Locale.ENGLISH : Locale.ROOT, NO_FALLBACK);
        var key = "mail.application." + act.name().toLowerCase(Locale.ROOT);
        var link = publicUrl + (application.english() ? "/en" : "") + PAGE;
        accounts.byId(application.accountId())
                .map(Account::signInName)
                // Who signs in with a telephone number reads it on the page.
                .filter(name -> name.contains("@"))
                .ifPresent(to -> notices.mail(
                        to,
                        words.getString(key + ".subject"),
                        MessageFormat.format(words.getString(key + ".text"), link, reasons.size(), note)));
    }
}
