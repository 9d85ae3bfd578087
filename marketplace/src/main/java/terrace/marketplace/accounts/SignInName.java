package terrace.marketplace.accounts;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name someone signs in with, an e-mail address or a mobile number, in the one form that is stored. */
record SignInName(String text) {

    private static final int CHARACTERS_MAX = 254;

    // Possessive: no input makes it try the same characters twice.
    private static final Pattern MAIL =
            Pattern.compile("[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}+@(?:[a-z0-9](?:[a-z0-9-]{0,62})\\.)++[a-z]{2,24}+");

    static Optional<SignInName> of(String typed) {
        if (typed.length() > CHARACTERS_MAX) {
            return Optional.empty();
        }
        var plain = Normalizer.normalize(typed.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        if (MAIL.matcher(plain).matches()) {
            return Optional.of(new SignInName(plain));
        }
        return PhoneNumber.mobile(plain).map(SignInName::new);
    }

    boolean isMail() {
        return text.indexOf('@') > 0;
    }

    /** Personal data must not reach a log by accident. */
    @Override
    public String toString() {
        return "SignInName[sealed]";
    }
}
