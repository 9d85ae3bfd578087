package terrace.marketplace.addresses;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Members' addresses; the member comes first in every call. */
@Singleton
public class Addresses {

    /** More than this nobody needs. */
    public static final int ADDRESSES_MAX = 20;

    Addresses() {}

    /** The preferred one first, then the newest. */
    public List<Address> ofMember(UUID memberId) {
        throw new UnsupportedOperationException();
    }

    public Optional<Address> ofMember(UUID memberId, UUID id) {
        throw new UnsupportedOperationException();
    }

    public AddressSaving save(UUID memberId, AddressDraft draft) {
        throw new UnsupportedOperationException();
    }

    /** False when it is not this member's. */
    public boolean remove(UUID memberId, UUID id) {
        throw new UnsupportedOperationException();
    }
}
