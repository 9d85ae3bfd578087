package terrace.web.demo;

import io.micronaut.core.propagation.PropagatedContext;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.assistance.Acts;
import terrace.marketplace.assistance.Asking;
import terrace.marketplace.assistance.Assistances;
import terrace.marketplace.assistance.Clerks;
import terrace.marketplace.audit.Assisted;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.staff.Invitations;
import terrace.marketplace.staff.Inviting;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/** Those who work for others: colleagues in the cooperative's shop, and a clerk whom a household let in. */
@Singleton
class Helpers {

    static final String CLERK = "clerk@demo.terrace";

    private static final String SHOP = "honghe-coop";

    /** Colleagues by sign-in name: what they are called and what they do. */
    private static final Map<String, Map.Entry<String, StaffRole>> COLLEAGUES = Map.of(
            "packer@demo.terrace", Map.entry("发货员", StaffRole.PACKER),
            "bookkeeper@demo.terrace", Map.entry("会计", StaffRole.FINANCE));

    private final People people;
    private final Staff staff;
    private final Invitations invitations;
    private final Clerks clerks;
    private final Assistances assistances;
    private final Acts acts;
    private final Applications applications;

    Helpers(
            People people,
            Staff staff,
            Invitations invitations,
            Clerks clerks,
            Assistances assistances,
            Acts acts,
            Applications applications) {
        this.people = people;
        this.staff = staff;
        this.invitations = invitations;
        this.clerks = clerks;
        this.assistances = assistances;
        this.acts = acts;
        this.applications = applications;
    }

    /** What stands already is left alone. */
    void help(Map<String, Merchant> merchants) {
        Merchant shop = merchants.get(SHOP);
        Account owner = people.account("merchant@demo.terrace", "店长", Role.MERCHANT);
        if (shop != null && staff.roleOf(shop.id(), owner.id()).isPresent()) {
            colleagues(shop, owner.id());
        }
        Account clerk = people.account(CLERK, "阿禾", Role.MEMBER);
        clerks.appoint(clerk.id(), "迤萨镇演示村便民服务站", "demo");
        assist(clerk.id());
    }

    private void colleagues(Merchant shop, UUID owner) {
        COLLEAGUES.forEach((name, colleague) -> {
            Account account = people.account(name, colleague.getKey(), Role.MEMBER);
            if (staff.roleOf(shop.id(), account.id()).isEmpty()
                    && invitations.invite(shop.id(), name, colleague.getValue(), owner, false)
                            instanceof Inviting.Invited invited) {
                invitations.accept(account.id(), invited.token());
            }
        });
        if (invitations.of(shop.id()).isEmpty()) {
            invitations.invite(shop.id(), "newcomer@demo.terrace", StaffRole.GOODS, owner, false);
        }
    }

    /** As the pages would do it. */
    private void mend(UUID clerk, UUID household) {
        acts.record(clerk, "/merchant/application", "");
        applications.save(household, null, Map.of("goods", "山地土豆、鲜玉米"), false);
    }

    /** One household has agreed under its own sign-in, another was only asked. */
    private void assist(UUID clerk) {
        if (!assistances.ofClerk(clerk).isEmpty()) {
            return;
        }
        Account household = people.account("applicant4@demo.terrace", "申请人", Role.MEMBER);
        if (assistances.ask(clerk, household.signInName(), "坡地家庭农场", false, false) instanceof Asking.Asked asked) {
            assistances.accept(household.id(), asked.assistance().id());
            PropagatedContext.getOrEmpty()
                    .plus(new Assisted(clerk, household.id()))
                    .wrap(() -> mend(clerk, household.id()))
                    .run();
        }
        assistances.ask(clerk, Applicants.DRAFTING, "农户甲", false, false);
    }
}
