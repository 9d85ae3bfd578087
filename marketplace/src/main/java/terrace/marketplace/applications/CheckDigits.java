package terrace.marketplace.applications;

/** Tells whether a number's last character fits the others; it finds slips of the pen, it proves nothing. */
final class CheckDigits {

    /** GB 32100-2015, table 1: the characters of a unified social credit code in the order of their values. */
    private static final String CREDIT_CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int CREDIT_LENGTH = 18;
    private static final int CREDIT_FACTOR = 3;
    private static final int ID_LENGTH = 18;
    private static final int ID_MODULUS = 11;
    private static final String ID_CHECKS = "10X98765432";

    private CheckDigits() {}

    /**
     * Unified social credit code: GB 32100-2015, annex A; the i-th character weighs 3^(i-1) mod 31, and the last is 31
     * minus the sum mod 31.
     */
    static boolean creditCode(String code) {
        if (code.length() != CREDIT_LENGTH) {
            return false;
        }
        int modulus = CREDIT_CHARACTERS.length();
        int sum = 0;
        int weight = 1;
        for (int at = 0; at < CREDIT_LENGTH - 1; at++) {
            int value = CREDIT_CHARACTERS.indexOf(code.charAt(at));
            if (value < 0) {
                return false;
            }
            sum += value * weight;
            weight = weight * CREDIT_FACTOR % modulus;
        }
        return CREDIT_CHARACTERS.charAt((modulus - sum % modulus) % modulus) == code.charAt(CREDIT_LENGTH - 1);
    }

    /** Citizen identification number: GB 11643-1999, ISO 7064 MOD 11-2; the i-th digit weighs 2^(18-i) mod 11. */
    static boolean idNumber(String number) {
        if (number.length() != ID_LENGTH) {
            return false;
        }
        int sum = 0;
        int weight = 1;
        for (int at = ID_LENGTH - 2; at >= 0; at--) {
            int digit = number.charAt(at) - '0';
            if (digit < 0 || digit > 9) {
                return false;
            }
            weight = weight * 2 % ID_MODULUS;
            sum += digit * weight;
        }
        return ID_CHECKS.charAt(sum % ID_MODULUS) == number.charAt(ID_LENGTH - 1);
    }
}
