package terrace.marketplace.accounts;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/** Phone numbers of the mainland, brought into one form. */
public final class PhoneNumber {

    private static final int TYPED_CHARACTERS_MAX = 40;
    private static final Pattern SEPARATORS = Pattern.compile("[\\s\\-()·.]");
    private static final Pattern COUNTRY = Pattern.compile("^(?:\\+|00)86");
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LANDLINE = Pattern.compile("0[1-9][0-9]{8,10}");

    private PhoneNumber() {}

    /** Eleven digits, as of a mobile phone. */
    public static Optional<String> mobile(String typed) {
        return digits(typed).filter(digits -> MOBILE.matcher(digits).matches());
    }

    /** Digits of a mobile phone, or of a landline with its area code. */
    public static Optional<String> any(String typed) {
        return digits(typed)
                .filter(digits -> MOBILE.matcher(digits).matches()
                        || LANDLINE.matcher(digits).matches());
    }

    private static Optional<String> digits(String typed) {
        if (typed.length() > TYPED_CHARACTERS_MAX) {
            return Optional.empty();
        }
        var plain = SEPARATORS
                .matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                .replaceAll("");
        return Optional.of(COUNTRY.matcher(plain).replaceFirst(""));
    }
}
