package terrace.marketplace.addresses;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import terrace.marketplace.accounts.PhoneNumber;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.regions.Region;
import terrace.marketplace.regions.Regions;
import terrace.marketplace.vault.Vault;

/** Members' addresses; the member comes first in every call. */
@Singleton
public class Addresses {

    /** More than this nobody needs. */
    public static final int ADDRESSES_MAX = 20;

    private static final int RECIPIENT_CHARACTERS_MAX = 30;
    private static final int STREET_CHARACTERS_MAX = 120;

    private final AddressRepository addresses;
    private final Regions regions;
    private final Vault vault;

    Addresses(AddressRepository addresses, Regions regions, Vault vault) {
        this.addresses = addresses;
        this.regions = regions;
        this.vault = vault;
    }

    /** The preferred one first, then the newest. */
    public List<Address> ofMember(UUID memberId) {
        return addresses.ofMember(memberId).stream()
                .map(row -> row.opened(vault))
                .toList();
    }

    public Optional<Address> ofMember(UUID memberId, UUID id) {
        return addresses.ofMember(memberId, id).map(row -> row.opened(vault));
    }

    /**
     * Of many members one address each.
     *
     * @param wanted by member, the address; another member's is not answered
     */
    public Map<UUID, Address> ofMembers(Map<UUID, UUID> wanted) {
        Map<UUID, Address> found = new HashMap<>();
        if (!wanted.isEmpty()) {
            addresses.byIds(wanted.values()).stream()
                    .filter(row -> row.id().equals(wanted.get(row.memberId())))
                    .forEach(row -> found.put(row.memberId(), row.opened(vault)));
        }
        return found;
    }

    /** Adds or changes; the first address is always the preferred one. */
    @Transactional
    public AddressSaving save(UUID memberId, AddressDraft draft) {
        var problems = problems(draft);
        if (!problems.isEmpty()) {
            return new AddressSaving.Wrong(problems);
        }
        addresses.lock(memberId);
        var others = addresses.ofMember(memberId);
        var old = others.stream().filter(row -> row.id().equals(draft.id())).findFirst();
        if (draft.id() != null && old.isEmpty()) {
            return new AddressSaving.Absent();
        }
        if (draft.id() == null && others.size() >= ADDRESSES_MAX) {
            return new AddressSaving.TooMany(ADDRESSES_MAX);
        }
        boolean preferred = draft.preferred()
                || old.map(AddressRow::preferred).orElse(others.stream().noneMatch(AddressRow::preferred));
        if (preferred) {
            addresses.preferNone(memberId);
        }
        var address = new Address(
                old.map(AddressRow::id).orElseGet(Ids::next),
                memberId,
                draft.recipient().strip(),
                PhoneNumber.any(draft.phone()).orElseThrow(),
                draft.countyCode(),
                draft.street().strip(),
                preferred);
        write(address, old.isPresent());
        return new AddressSaving.Saved(address);
    }

    /** What can be read from an address copied from elsewhere, to be looked over before it is saved. */
    public PastedAddress read(String pasted) {
        return PastedAddress.read(pasted, regions);
    }

    /** False when it is not this member's. */
    public boolean remove(UUID memberId, UUID id) {
        return addresses.remove(memberId, id) > 0;
    }

    private void write(Address address, boolean exists) {
        var recipient = vault.seal(address.recipient());
        var phone = vault.seal(address.phone());
        var street = vault.seal(address.street());
        if (exists) {
            addresses.change(
                    address.id(),
                    address.memberId(),
                    recipient,
                    phone,
                    address.countyCode(),
                    street,
                    address.preferred());
        } else {
            addresses.add(
                    address.id(),
                    address.memberId(),
                    recipient,
                    phone,
                    address.countyCode(),
                    street,
                    address.preferred());
        }
    }

    private Map<String, String> problems(AddressDraft draft) {
        var problems = new LinkedHashMap<String, String>();
        checkText(problems, "recipient", draft.recipient(), RECIPIENT_CHARACTERS_MAX);
        if (draft.phone().isBlank()) {
            problems.put("phone", "address.phone.missing");
        } else if (PhoneNumber.any(draft.phone()).isEmpty()) {
            problems.put("phone", "address.phone.wrong");
        }
        if (regions.byCode(draft.countyCode()).filter(Region::isCounty).isEmpty()) {
            problems.put("countyCode", "address.countyCode.missing");
        }
        checkText(problems, "street", draft.street(), STREET_CHARACTERS_MAX);
        return problems;
    }

    private static void checkText(Map<String, String> problems, String field, String text, int charactersMax) {
        var stripped = text.strip();
        if (stripped.isEmpty()) {
            problems.put(field, "address." + field + ".missing");
        } else if (stripped.codePointCount(0, stripped.length()) > charactersMax) {
            problems.put(field, "address." + field + ".long");
        } else if (stripped.chars().anyMatch(Character::isISOControl)) {
            problems.put(field, "address." + field + ".wrong");
        }
    }
}
