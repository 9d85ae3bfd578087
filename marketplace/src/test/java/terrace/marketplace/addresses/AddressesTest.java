package terrace.marketplace.addresses;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;

@MicronautTest(transactional = false)
class AddressesTest {

    @Inject
    Addresses addresses;

    @Inject
    Accounts accounts;

    private UUID member = new UUID(0, 0);
    private UUID stranger = new UUID(0, 0);

    @BeforeEach
    void createMembers() {
        member = account();
        stranger = account();
    }

    @Test
    void an_address_is_kept_in_one_form_and_found_again() {
        var address = saved(draft(null, false));
        assertThat(address.phone()).isEqualTo("13888888888");
        assertThat(address.recipient()).isEqualTo("李红");
        assertThat(addresses.ofMember(member)).containsExactly(address);
        assertThat(addresses.ofMember(member, address.id())).hasValue(address);
    }

    @Test
    void the_first_address_is_preferred_and_only_one_is() {
        var first = saved(draft(null, false));
        var second = saved(draft(null, true));
        assertThat(first.preferred()).isTrue();
        assertThat(addresses.ofMember(member)).extracting(Address::id).containsExactly(second.id(), first.id());
        assertThat(addresses.ofMember(member)).extracting(Address::preferred).containsExactly(true, false);
    }

    @Test
    void nobody_sees_changes_or_removes_an_address_of_someone_else() {
        var address = saved(draft(null, false));
        assertThat(addresses.ofMember(stranger, address.id())).isEmpty();
        assertThat(addresses.save(stranger, draft(address.id(), false))).isEqualTo(new AddressSaving.Absent());
        assertThat(addresses.remove(stranger, address.id())).isFalse();
        assertThat(addresses.remove(member, address.id())).isTrue();
        assertThat(addresses.ofMember(member)).isEmpty();
    }

    @Test
    void every_wrong_field_is_named() {
        var draft = new AddressDraft(null, " ", "12345", "530000", "x".repeat(121), false);
        assertThat(addresses.save(member, draft))
                .isEqualTo(new AddressSaving.Wrong(Map.of(
                        "recipient", "address.recipient.missing",
                        "phone", "address.phone.wrong",
                        "countyCode", "address.countyCode.missing",
                        "street", "address.street.long")));
    }

    @Test
    void twenty_addresses_are_enough_even_when_saved_at_once() throws Exception {
        Callable<AddressSaving> save = () -> addresses.save(member, draft(null, false));
        try (var threads = Executors.newFixedThreadPool(4)) {
            var saved = threads.invokeAll(Stream.generate(() -> save).limit(24).toList());
            assertThat(List.copyOf(saved))
                    .filteredOn(each -> each.resultNow() instanceof AddressSaving.TooMany)
                    .hasSize(4);
        }
        assertThat(addresses.ofMember(member)).hasSize(Addresses.ADDRESSES_MAX);
    }

    private Address saved(AddressDraft draft) {
        return ((AddressSaving.Saved) addresses.save(member, draft)).address();
    }

    private static AddressDraft draft(@Nullable UUID id, boolean preferred) {
        return new AddressDraft(id, " 李红 ", "+86 138-8888-8888", "532529", "迤萨镇 1 号", preferred);
    }

    private UUID account() {
        var created =
                accounts.create(UUID.randomUUID() + "@example.com", "terraces at dawn", "小红", Set.of(Role.MEMBER));
        return ((Registration.Registered) created).account().id();
    }
}
