package terrace.marketplace.notices;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.net.URI;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.embedded.DataFolder;

/** Chooses the way letters go: a mail server when SMTP_URL names one, else a folder. */
@Factory
class MailSenders {

    private static final String FROM = "terrace@localhost";

    @Singleton
    @Requires(property = "smtp.url")
    SmtpMail smtp(@Property(name = "smtp.url") URI server, @Property(name = "mail.from") String from, Clock clock) {
        return new SmtpMail(server, from, clock);
    }

    @Singleton
    @Requires(missingProperty = "smtp.url")
    CapturedMail captured(@Property(name = "mail.from", defaultValue = FROM) String from, Clock clock) {
        return new CapturedMail(DataFolder.current().resolve("mail"), from, clock);
    }
}
