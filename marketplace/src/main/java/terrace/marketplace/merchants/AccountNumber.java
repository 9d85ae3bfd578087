package terrace.marketplace.merchants;

import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import terrace.marketplace.vault.Vault;

/** The digits of a bank account; never printed by accident. */
public record AccountNumber(String digits) {

    private static final Pattern WELL_FORMED = Pattern.compile("[0-9]{8,30}");
    private static final int SHOWN_DIGITS = 4;
    private static final int PAYEE_CHARACTERS = 24;

    /** As people type it: full-width digits, blanks and hyphens are welcome. */
    public static Optional<AccountNumber> of(String typed) {
        var digits = Normalizer.normalize(typed, Normalizer.Form.NFKC).replaceAll("[\\s-]", "");
        return WELL_FORMED.matcher(digits).matches() ? Optional.of(new AccountNumber(digits)) : Optional.empty();
    }

    public byte[] sealed(Vault vault) {
        return vault.seal(digits);
    }

    /** The same for the same number; no way back to it. */
    public byte[] index(Vault vault) {
        return vault.blindIndex("bank-account:" + digits);
    }

    /** What the bank knows the account as; the same for the same account, and no way back to its number. */
    public String payee(Vault vault) {
        return "acct_"
                + HexFormat.of().formatHex(vault.blindIndex("payee:" + digits)).substring(0, PAYEE_CHARACTERS);
    }

    /** All but the last four digits hidden. */
    public String masked() {
        int hidden = digits.length() - SHOWN_DIGITS;
        return "*".repeat(hidden) + digits.substring(hidden);
    }

    @Override
    public String toString() {
        return "AccountNumber[" + masked() + "]";
    }
}
