package terrace.marketplace.addresses;

import java.util.UUID;

/** Where goods go: a person, a phone, a county and the rest in words. */
public record Address(
        UUID id, UUID memberId, String recipient, String phone, String countyCode, String street, boolean preferred) {

    /** Personal data must not reach a log by accident. */
    @Override
    public String toString() {
        return "Address[" + id + " " + countyCode + "]";
    }
}
