package terrace.marketplace.notices;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import jakarta.inject.Singleton;
import java.net.URI;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.embedded.DataFolder;

/** Chooses the ways out: a mail server when SMTP_URL names one, else a folder; a folder for texts where it is demo. */
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

    /** In production there is none until one is written for a provider: see {@link SmsSender}. */
    @Singleton
    @Requires(bean = CapturedMail.class)
    @Requires(property = "terrace.demo", value = "true")
    @Requires(notEnv = Environment.TEST)
    CapturedSms texts(CapturedMail mail) {
        return new CapturedSms(mail);
    }

    @Singleton
    @Requires(bean = CapturedMail.class)
    @Requires(env = Environment.TEST)
    CapturedSms textsOfTests(CapturedMail mail) {
        return new CapturedSms(mail);
    }
}
