package terrace.marketplace.notices;

import io.micronaut.email.Email;
import io.micronaut.email.EmailException;
import io.micronaut.email.TransactionalEmailSender;
import io.micronaut.email.javamail.composer.DefaultMessageComposer;
import io.micronaut.email.javamail.sender.JavaxEmailComposer;
import io.micronaut.email.javamail.sender.JavaxEmailSender;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;
import java.util.concurrent.ForkJoinPool;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;

/** Hands letters to a mail server: {@code smtp://user:password@host:587} (STARTTLS) or {@code smtps://…:465}. */
final class SmtpMail implements MailSender {

    private static final String TIMEOUT_MILLIS = "10000";
    private static final int SUBMISSION_PORT = 587;
    private static final int TLS_PORT = 465;

    private final TransactionalEmailSender<Message, ?> sender;
    private final String protocol;
    private final String place;
    private final @Nullable String user;
    private final String from;
    private final Clock clock;

    SmtpMail(URI server, String from, Clock clock) {
        this.from = from;
        this.clock = clock;
        protocol = server.getScheme();
        var host = server.getHost();
        if (host == null || !(protocol.equals("smtp") || protocol.equals("smtps"))) {
            throw new IllegalArgumentException("SMTP_URL must look like smtp://user:password@host:587");
        }
        int port = server.getPort() > 0 ? server.getPort() : protocol.equals("smtps") ? TLS_PORT : SUBMISSION_PORT;
        place = host + ":" + port;
        var login = server.getRawUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        user = login == null || colon < 0 ? null : decoded(login.substring(0, colon));
        var password = login == null || colon < 0 ? null : decoded(login.substring(colon + 1));
        var session = Session.getInstance(properties(host, port), authenticator(user, password));
        // Nobody asks it to send behind one's back: that, Post does.
        sender = new JavaxEmailSender(
                ForkJoinPool.commonPool(), new JavaxEmailComposer(() -> session, new DefaultMessageComposer()));
    }

    @Override
    public void send(Mail mail) {
        try {
            // A line break in a subject would begin another header.
            var email = Email.builder()
                    .from(from)
                    .to(mail.to())
                    .subject(mail.subject().replaceAll("\\p{Cntrl}+", " "))
                    .body(mail.text())
                    .build();
            sender.send(email, message -> mark(message, mail));
        } catch (EmailException | IllegalStateException e) {
            // The cause may quote the recipient; only its kind is told.
            var cause = e.getCause() == null ? e : e.getCause();
            throw new IllegalStateException(
                    "mail server " + place + ": " + cause.getClass().getSimpleName());
        }
    }

    @Override
    public boolean quick() {
        return false;
    }

    private void mark(Message message, Mail mail) {
        try {
            Letter.mark(message, mail);
            message.setSentDate(Date.from(clock.now()));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static @Nullable Authenticator authenticator(@Nullable String user, @Nullable String password) {
        return user == null || password == null
                ? null
                : new Authenticator() {
                    @Override
                    protected PasswordAuthentication getPasswordAuthentication() {
                        return new PasswordAuthentication(user, password);
                    }
                };
    }

    private Properties properties(String host, int port) {
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.setProperty("mail.transport.protocol", protocol);
        properties.setProperty("mail.transport.protocol.rfc822", protocol);
        properties.setProperty(prefix + "host", host);
        properties.setProperty(prefix + "port", Integer.toString(port));
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (user != null) {
            properties.setProperty(prefix + "user", user);
            properties.setProperty(prefix + "auth", "true");
            // A password is never sent in the clear.
            properties.setProperty("mail.smtp.starttls.required", "true");
        }
        properties.setProperty("mail.smtp.starttls.enable", "true");
        return properties;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }
}
