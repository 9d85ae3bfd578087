package terrace.web.staff;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Invitation;
import terrace.marketplace.staff.Invitations;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffMember;
import terrace.marketplace.staff.StaffRight;
import terrace.marketplace.staff.StaffRole;
import terrace.web.merchant.MerchantDesk;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Visitor;

/** The page of a shop's people. */
@Singleton
class StaffPages {
    private static final Set<String> DONE = Set.of("invited", "renewed", "withdrawn", "changed", "removed");

    private final MerchantDesk desk;
    private final Staff staff;
    private final Invitations invitations;
    private final Accounts accounts;
    private final Merchants merchants;
    private final Pages pages;

    StaffPages(
            MerchantDesk desk,
            Staff staff,
            Invitations invitations,
            Accounts accounts,
            Merchants merchants,
            Pages pages) {
        this.desk = desk;
        this.staff = staff;
        this.invitations = invitations;
        this.accounts = accounts;
        this.merchants = merchants;
        this.pages = pages;
    }

    /** @param link to be handed over by hand; null where it was sent */
    HttpResponse<?> show(Visitor visitor, HttpStatus status, Form form, @Nullable String done, @Nullable String link) {
        Optional<Merchant> merchant = desk.of(visitor);
        if (merchant.isEmpty()) {
            return HttpResponse.notFound();
        }
        UUID id = merchant.get().id();
        boolean owner = visitor.rights().contains(StaffRight.OWNING);
        List<Shop> shops = visitor.household() == null ? shops(visitor, id) : List.of();
        return pages.show(
                visitor,
                status,
                "staff/people",
                new PeoplePage(
                        merchant.get().name(),
                        form,
                        owner,
                        visitor.household() == null,
                        people(visitor, id),
                        owner
                                ? invitations.of(id).stream()
                                        .map(StaffPages::waiting)
                                        .toList()
                                : List.of(),
                        Arrays.stream(StaffRole.values()).map(Enum::name).toList(),
                        shops,
                        done != null && DONE.contains(done) ? done : null,
                        link));
    }

    private List<Person> people(Visitor visitor, UUID merchant) {
        List<StaffMember> members = staff.of(merchant);
        Map<UUID, Account> known =
                accounts.byIds(members.stream().map(StaffMember::accountId).collect(Collectors.toSet()));
        return members.stream()
                .map(member -> new Person(
                        member.accountId(),
                        Optional.ofNullable(known.get(member.accountId()))
                                .map(Account::name)
                                .orElse(""),
                        member.role().name(),
                        member.joinedAt().atZone(Clock.ZONE).toLocalDate().toString(),
                        member.accountId().equals(visitor.workerId())))
                .toList();
    }

    private List<Shop> shops(Visitor visitor, UUID present) {
        List<UUID> joined = staff.merchantsOf(visitor.memberId());
        Map<UUID, Merchant> known = merchants.byIds(Set.copyOf(joined));
        return joined.stream()
                .map(known::get)
                .filter(Objects::nonNull)
                .filter(merchant -> joined.size() > 1)
                .map(merchant ->
                        new Shop(merchant.id(), merchant.name(), merchant.id().equals(present)))
                .toList();
    }

    private static Waiting waiting(Invitation invitation) {
        return new Waiting(
                invitation.id(),
                invitation.contact(),
                invitation.role().name(),
                invitation.expiresAt().atZone(Clock.ZONE).toLocalDate().toString(),
                invitation.expired());
    }

    static Optional<StaffRole> role(@Nullable String typed) {
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.name().equals(typed))
                .findFirst();
    }

    /** @param self whether it is the reader, or the household the reader acts for */
    record Person(UUID id, String name, String role, String since, boolean self) {}

    record Waiting(UUID id, String contact, String role, String until, boolean expired) {}

    record Shop(UUID id, String name, boolean here) {}

    record PeoplePage(
            String shop,
            Form form,
            boolean owner,
            boolean mayLeave,
            List<Person> people,
            List<Waiting> waiting,
            List<String> roles,
            List<Shop> shops,
            @Nullable String done,
            @Nullable String link) {}
}
