package terrace.marketplace.addresses;

import java.util.Map;

/** How saving an address ended. */
public sealed interface AddressSaving {

    record Saved(Address address) implements AddressSaving {}

    /** Message keys by field: {@code recipient}, {@code phone}, {@code countyCode}, {@code street}. */
    record Wrong(Map<String, String> problems) implements AddressSaving {}

    record TooMany(int max) implements AddressSaving {}

    /** The id is no address of this member. */
    record Absent() implements AddressSaving {}
}
