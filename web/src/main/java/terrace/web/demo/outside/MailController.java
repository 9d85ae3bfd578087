package terrace.web.demo.outside;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.notices.CapturedMail;
import terrace.marketplace.notices.Mail;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** The letters of the demo market, which go nowhere else; for anybody to read. */
@Controller("/demo/mail")
@Requires(property = "terrace.demo", value = "true")
@Requires(bean = CapturedMail.class)
@Secured(Access.ANYONE)
class MailController {
    private static final int LETTERS_SHOWN = 30;
    /** Ends before what is a full stop or bracket of the sentence around it. */
    private static final Pattern LINK = Pattern.compile("https?://[\\w.~:/?#&=%+@-]*[\\w/=]");

    private final CapturedMail mail;
    private final Pages pages;

    MailController(CapturedMail mail, Pages pages) {
        this.mail = mail;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        List<Letter> letters =
                mail.newest(LETTERS_SHOWN).stream().map(MailController::letter).toList();
        return pages.show(visitor, "demo/mail", new MailPage(letters));
    }

    private static Letter letter(Mail mail) {
        return new Letter(
                mail.to(),
                mail.subject(),
                mail.text().lines().map(MailController::pieces).toList());
    }

    /** Words and links by turns, so that the page can escape the one and lead on with the other. */
    static List<Piece> pieces(String line) {
        List<Piece> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(line);
        int from = 0;
        while (links.find()) {
            pieces.add(new Piece(line.substring(from, links.start()), null));
            pieces.add(new Piece(links.group(), links.group()));
            from = links.end();
        }
        pieces.add(new Piece(line.substring(from), null));
        return List.copyOf(pieces);
    }

    record Piece(String text, @Nullable String link) {}

    record Letter(String to, String subject, List<List<Piece>> lines) {}

    record MailPage(List<Letter> letters) {}
}
