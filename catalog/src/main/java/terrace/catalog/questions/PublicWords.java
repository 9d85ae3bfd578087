package terrace.catalog.questions;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;
import terrace.catalog.questions.Asking.Fault;

/** Looks at words that everybody will read: nothing in them may lead people away or give somebody's number away. */
public final class PublicWords {
    private static final int CHARS_MIN = 4;
    private static final int ANSWER_CHARS_MIN = 2;

    private static final Pattern LINK = Pattern.compile(
            "(?i)https?:|www\\.|[a-z0-9-]{2,}\\s?[.。．]\\s?(com|cn|net|org|top|shop|vip|xyz|info|cc|me|io)\\b");
    /** A mobile number, one with an area code, or 400: however it is parted. */
    private static final Pattern PHONE = Pattern.compile(
            "(?<![0-9])(1[3-9]([ .·_*-]?[0-9]){9}|0[0-9]{2,3}[ -]?[0-9]{7,8}|400([ -]?[0-9]){7})(?![0-9])");

    private static final Pattern MESSENGER = Pattern.compile(
            "(?i)(微信|weixin|wechat|\\bvx\\b|v信|qq)\\s*(号|群)?\\s*[:：]?\\s*[a-z0-9_-]{5,}|[\\w.]+@[\\w.]+");

    private PublicWords() {}

    /** Without blanks around it, and one blank for several within. */
    static String tidy(String text) {
        return text.strip().replaceAll("[\\s\\p{Cntrl}]+", " ");
    }

    static Optional<Fault> faultOfQuestion(String text) {
        return fault(text, CHARS_MIN, Questions.QUESTION_CHARS_MAX);
    }

    static Optional<Fault> faultOfAnswer(String text) {
        return fault(text, ANSWER_CHARS_MIN, Questions.ANSWER_CHARS_MAX);
    }

    /** @param least and {@code most}: how many characters it may have */
    public static Optional<Fault> fault(String text, int least, int most) {
        int length = text.codePointCount(0, text.length());
        if (length < least) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (length > most) {
            return Optional.of(Fault.TOO_LONG);
        }
        // １３８… and 138… are the same number
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        if (PHONE.matcher(plain).find() || MESSENGER.matcher(plain).find()) {
            return Optional.of(Fault.CONTACT);
        }
        return LINK.matcher(plain).find() ? Optional.of(Fault.LINK) : Optional.empty();
    }
}
