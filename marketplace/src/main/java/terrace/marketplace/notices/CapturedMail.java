package terrace.marketplace.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.ids.Ids;

/** Where no mail server is configured: keeps letters and text messages as files, to be read on a page. */
public final class CapturedMail implements MailSender {

    private static final String ENDING = ".eml";
    /** A number alone is no address a letter could have. */
    static final String AT_SMS = "@sms";

    private final Session session = Session.getInstance(new Properties());
    private final Path folder;
    private final String from;
    private final Clock clock;

    CapturedMail(Path folder, String from, Clock clock) {
        this.folder = folder;
        this.from = from;
        this.clock = clock;
    }

    @Override
    public void send(Mail mail) {
        // Ids grow with time, so that names sort as the letters were sent.
        var file = folder.resolve(Ids.next() + ENDING);
        var half = folder.resolve(file.getFileName() + ".half");
        try {
            try (var out = Files.newOutputStream(half)) {
                Letter.of(session, from, mail, clock.now()).writeTo(out);
            }
            Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep a letter in " + folder, e);
        } catch (MessagingException e) {
            throw new IllegalArgumentException("not a letter that can be sent", e);
        }
    }

    @Override
    public boolean quick() {
        return true;
    }

    /** Newest first. */
    public List<Mail> newest(int limit) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING))
                    .sorted(Comparator.reverseOrder())
                    .limit(limit)
                    .map(this::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read letters from " + folder, e);
        }
    }

    private Mail read(Path file) {
        try (var in = Files.newInputStream(file)) {
            var message = new MimeMessage(session, in);
            var to = (InternetAddress) message.getAllRecipients()[0];
            return new Mail(
                    to.getAddress().replaceFirst(AT_SMS + "$", ""),
                    message.getSubject(),
                    message.getContent().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("not a letter: " + file, e);
        }
    }
}
