package terrace.web.demo;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.accounts.Registration;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.addresses.AddressDraft;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;
import terrace.web.demo.plan.Facts.Buyer;

/** Who can sign in to the demo market: members with addresses, merchants' people, an organiser, an operator. */
@Singleton
class People {

    /** Printed at every start: a demo market keeps no secrets. */
    static final String PASSWORD = "hani-red-rice";

    static final String OPERATOR = "operator@demo.terrace";
    /** Approves what the other operator drafts. */
    static final String CHECKER = "operator2@demo.terrace";

    static final String ORGANISER = "organiser@demo.terrace";

    /** Who signs in for which merchant: the two of the walk through the market. */
    static final Map<String, String> MERCHANTS = merchants();

    private final Accounts accounts;
    private final Addresses addresses;
    private final Staff staff;

    People(Accounts accounts, Addresses addresses, Staff staff) {
        this.accounts = accounts;
        this.addresses = addresses;
        this.staff = staff;
    }

    /** Members by sign-in name. A hash takes a tenth of a second, so that all cores hash at once. */
    Map<String, Account> members(List<Buyer> buyers) {
        Map<String, Account> members = new ConcurrentHashMap<>();
        buyers.parallelStream()
                .forEach(buyer ->
                        members.put(buyer.signInName(), account(buyer.signInName(), buyer.name(), Role.MEMBER)));
        for (Buyer buyer : buyers) {
            Account member = account(members, buyer.signInName());
            if (addresses.ofMember(member.id()).isEmpty()) {
                addresses.save(
                        member.id(),
                        new AddressDraft(null, buyer.name(), buyer.phone(), buyer.county(), buyer.street(), true));
            }
        }
        return members;
    }

    /** The organiser, the operator and who checks on the operator; answers the operator. */
    Account officials() {
        account(ORGANISER, "活动组织", Role.ORGANISER);
        account(CHECKER, "平台复核", Role.OPERATOR);
        return account(OPERATOR, "平台运营", Role.OPERATOR);
    }

    void staff(Map<String, Merchant> merchants) {
        MERCHANTS.forEach((signInName, code) -> {
            Merchant merchant = merchants.get(code);
            if (merchant != null) {
                Account account = account(signInName, "店长", Role.MERCHANT);
                if (staff.roleOf(merchant.id(), account.id()).isEmpty()) {
                    staff.join(merchant.id(), account.id(), StaffRole.OWNER);
                }
            }
        });
    }

    static Account account(Map<String, Account> members, String signInName) {
        Account account = members.get(signInName);
        if (account == null) {
            throw new IllegalStateException("No such member: " + signInName);
        }
        return account;
    }

    Account account(String signInName, String name, Role role) {
        Registration registration = accounts.create(signInName, PASSWORD, name, Set.of(role));
        if (registration instanceof Registration.Registered(Account account)) {
            return account;
        }
        throw new IllegalStateException(signInName + " was refused: " + registration);
    }

    private static Map<String, String> merchants() {
        Map<String, String> merchants = new LinkedHashMap<>();
        merchants.put("merchant@demo.terrace", "honghe-coop");
        merchants.put("merchant2@demo.terrace", "anyuan-coop");
        return merchants;
    }
}
