package terrace.marketplace.notices;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import terrace.marketplace.accounts.PasswordResetAsked;
import terrace.marketplace.accounts.PasswordResets;
import terrace.marketplace.accounts.ResetLetter;
import terrace.marketplace.events.Subscriber;

/** Writes the letter with the link for a new password. */
@Singleton
class MailPasswordReset implements Subscriber<PasswordResetAsked> {

    /** The page with the form for a new password. */
    private static final String PAGE = "/password-reset";

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final PasswordResets resets;
    private final Notices notices;
    private final String publicUrl;

    /** Links begin with the configured address, never with what a request says its host is. */
    MailPasswordReset(
            PasswordResets resets,
            Notices notices,
            @Property(name = "public.url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.resets = resets;
        this.notices = notices;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    @Override
    public Class<PasswordResetAsked> event() {
        return PasswordResetAsked.class;
    }

    @Override
    public void on(PasswordResetAsked event) {
        resets.letter(event.requestId()).ifPresent(this::mail);
    }

    private void mail(ResetLetter letter) {
        boolean english = letter.language().getLanguage().equals(Locale.ENGLISH.getLanguage());
        var words = ResourceBundle.getBundle("i18n.mail", english ? Locale.ENGLISH : Locale.ROOT, NO_FALLBACK);
        var link = publicUrl + (english ? "/en" : "") + PAGE + "?token=" + letter.token();
        notices.mail(
                letter.to(),
                words.getString("mail.password-reset.subject"),
                MessageFormat.format(words.getString("mail.password-reset.text"), link, PasswordResets.VALID_MINUTES));
    }
}
