package terrace.marketplace.addresses;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An address as typed; without id it is a new one. */
public record AddressDraft(
        @Nullable UUID id, String recipient, String phone, String countyCode, String street, boolean preferred) {

    @Override
    public String toString() {
        return "AddressDraft[" + id + "]";
    }
}
