package terrace.marketplace.merchants;

/**
 * A merchant about to open.
 *
 * @param code stands in the public address; lower-case letters, digits and hyphens
 * @param bankAccountHolder name on the bank account, kept sealed
 * @param bankAccountNumber digits of the bank account, kept sealed
 */
public record NewMerchant(
        String code,
        String name,
        Merchant.Kind kind,
        String countyCode,
        String licenceNumber,
        int commissionBasisPoints,
        String bankAccountHolder,
        String bankAccountNumber) {

    @Override
    public String toString() {
        return "NewMerchant[" + code + "]";
    }
}
