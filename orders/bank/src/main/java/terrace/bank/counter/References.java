package terrace.bank.counter;

import java.security.SecureRandom;

/** The bank's own references: a Stripe-like prefix and enough random letters not to be guessed. */
public final class References {
    private static final String LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 24;
    private static final SecureRandom RANDOM = new SecureRandom();

    private References() {}

    public static String next(String prefix) {
        StringBuilder reference = new StringBuilder(prefix);
        for (int i = 0; i < LENGTH; i++) {
            reference.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return reference.toString();
    }
}
