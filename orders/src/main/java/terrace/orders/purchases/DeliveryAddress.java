package terrace.orders.purchases;

/** Where a purchase goes, as it was when it was placed; sealed in the table, masked when printed. */
public record DeliveryAddress(String recipient, String phone, String countyCode, String street) {

    /** What those may know who need no more; recipient, phone and street are empty. */
    static DeliveryAddress onlyCounty(String countyCode) {
        return new DeliveryAddress("", "", countyCode, "");
    }

    /** Personal data must not reach a log by way of a record's text. */
    @Override
    public String toString() {
        return "DeliveryAddress[countyCode=" + countyCode + "]";
    }
}
