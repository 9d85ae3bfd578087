package terrace.marketplace.bankaccounts;

import java.util.UUID;

/**
 * What the bank is asked about an account; told to nobody else.
 *
 * @param payee what the bank shall know it as
 */
public record ForBank(UUID bankAccountId, UUID merchantId, String holder, String number, String payee) {

    @Override
    public String toString() {
        return "ForBank[" + bankAccountId + "]";
    }
}
