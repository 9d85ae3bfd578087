package terrace.marketplace.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;

/** Hands letters to a mail server: {@code smtp://user:password@host:587} (STARTTLS) or {@code smtps://…:465}. */
final class SmtpMail implements MailSender {

    private static final String TIMEOUT_MILLIS = "10000";
    private static final int SUBMISSION_PORT = 587;
    private static final int TLS_PORT = 465;

    private final Session session;
    private final String protocol;
    private final String host;
    private final int port;
    private final @Nullable String user;
    private final @Nullable String password;
    private final String from;
    private final Clock clock;

    SmtpMail(URI server, String from, Clock clock) {
        this.from = from;
        this.clock = clock;
        protocol = server.getScheme();
        host = server.getHost();
        if (host == null || !(protocol.equals("smtp") || protocol.equals("smtps"))) {
            throw new IllegalArgumentException("SMTP_URL must look like smtp://user:password@host:587");
        }
        port = server.getPort() > 0 ? server.getPort() : protocol.equals("smtps") ? TLS_PORT : SUBMISSION_PORT;
        var login = server.getRawUserInfo();
        int colon = login == null ? -1 : login.indexOf(':');
        user = login == null || colon < 0 ? null : decoded(login.substring(0, colon));
        password = login == null || colon < 0 ? null : decoded(login.substring(colon + 1));
        session = Session.getInstance(properties());
    }

    @Override
    public void send(Mail mail) {
        try (var transport = session.getTransport(protocol)) {
            transport.connect(host, port, user, password);
            var message = Letter.of(session, from, mail, clock.now());
            transport.sendMessage(message, message.getAllRecipients());
        } catch (MessagingException e) {
            // The cause may quote the recipient; only its kind is told.
            throw new IllegalStateException(
                    "mail server " + host + ":" + port + ": " + e.getClass().getSimpleName());
        }
    }

    @Override
    public boolean quick() {
        return false;
    }

    private Properties properties() {
        var properties = new Properties();
        var prefix = "mail." + protocol + ".";
        properties.setProperty(prefix + "connectiontimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "timeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "writetimeout", TIMEOUT_MILLIS);
        properties.setProperty(prefix + "ssl.checkserveridentity", "true");
        if (user != null) {
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
