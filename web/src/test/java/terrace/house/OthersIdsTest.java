package terrace.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import terrace.marketplace.accounts.Role;
import terrace.marketplace.addresses.AddressDraft;
import terrace.marketplace.addresses.Addresses;
import terrace.marketplace.applications.Applications;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.papers.NewPaper;
import terrace.marketplace.papers.PaperKind;
import terrace.marketplace.staff.Invitations;
import terrace.marketplace.staff.Inviting;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffRole;

/** Somebody with other people's ids, in address, form, nested list, job and image: not there, and written down. */
class OthersIdsTest {
    private static final OpenHouse HOUSE = OpenHouse.enter();

    private final UUID stray = account("stray");
    private final UUID owner = account("owner");
    private final Caller caller = Caller.of(stray);

    @Test
    void what_shops_own() {
        UUID mine = StaffAccessTest.shop("others-mine");
        UUID theirs = StaffAccessTest.shop("others-theirs");
        HOUSE.door(Staff.class).join(mine, stray, StaffRole.OWNER);
        HOUSE.door(Staff.class).join(theirs, owner, StaffRole.OWNER);
        Caller shopkeeper = Caller.of(stray);
        Inviting.Invited invited = (Inviting.Invited)
                HOUSE.door(Invitations.class).invite(theirs, Ids.next() + "@house.test", StaffRole.GOODS, owner, false);
        String id = Ids.next().toString();
        String invitation = invited.invitation().id().toString();
        refused(shopkeeper, "GET", "/merchant/listings/{id}", id, "");
        refused(shopkeeper, "POST", "/merchant/listings/{id}/stock", id, "");
        refused(shopkeeper, "POST", "/merchant/listings/changes", id, "pick-" + id + "=1&act=off&carry-out=1");
        String lot = "id=" + Ids.next() + "&harvestedOn=2026-01-02&countyCode=532529&kilograms=5&listing=";
        refused(shopkeeper, "POST", "/merchant/lots", id, lot + id);
        refused(shopkeeper, "GET", "/merchant/sheets/{id}/bad.xlsx", id, "");
        refused(shopkeeper, "POST", "/merchant/sheets/{id}/start", id, "choice=ALL");
        refused(shopkeeper, "GET", "/merchant/orders/{number}", "2611200000000000", "");
        refused(shopkeeper, "POST", "/merchant/staff/{id}/removal", owner.toString(), "");
        refused(shopkeeper, "POST", "/merchant/staff/choice", theirs.toString(), "merchant=" + theirs);
        refused(shopkeeper, "POST", "/merchant/staff/invitations/{id}/withdrawal", invitation, "");
        assertThat(HOUSE.door(Invitations.class).of(theirs)).hasSize(1);
        assertThat(HOUSE.door(Staff.class).roleOf(theirs, owner)).isPresent();
    }

    @Test
    void what_people_own() {
        HOUSE.door(Addresses.class)
                .save(owner, new AddressDraft(null, "Somebody", "13800000000", "532529", "1 Street", true));
        String address =
                HOUSE.door(Addresses.class).ofMember(owner).getFirst().id().toString();
        Applications applications = HOUSE.door(Applications.class);
        applications.save(owner, Merchant.Kind.HOUSEHOLD, Map.of(), false);
        applications.addPaper(owner, new NewPaper(PaperKind.OTHER, "", null), Photos.small());
        String paper = applications.papers(owner).getFirst().id().toString();
        HOUSE.door(Inbox.class)
                .tell(owner, new News(NewsKind.SHOP, "x", "staff.removed", List.of("x"), "/account", false));
        String notice = HOUSE.door(Inbox.class)
                .of(owner, null, 1, false)
                .messages()
                .getFirst()
                .id()
                .toString();
        String id = Ids.next().toString();
        refused(caller, "GET", "/account/addresses/{id}", address, "");
        refused(caller, "POST", "/account/addresses/{id}/removal", address, "");
        String fields = "&recipient=a&phone=13800000000&countyCode=532529&street=1 street".replace(" ", "+");
        refused(caller, "POST", "/account/addresses", address, "id=" + address + fields);
        refused(caller, "GET", "/merchant/application/papers/{id}", paper, "");
        refused(caller, "POST", "/merchant/application/papers/{id}/removal", paper, "");
        refused(caller, "POST", "/account/notices/{id}/reading", notice, "");
        refused(caller, "POST", "/account/assistance/{id}/end", id, "");
        refused(caller, "GET", "/purchases/{id}", id, "");
        refused(caller, "POST", "/purchases/{id}/cancellation", id, "");
        refused(caller, "GET", "/orders/{number}", "2611200000000000", "");
        assertThat(HOUSE.door(Inbox.class).unread(owner)).isOne();
        assertThat(get("/account/no-such-page")).isEqualTo(404);
        assertThat(HOUSE.door(Audit.class).before(Long.MAX_VALUE, 1).getFirst().subject())
                .isEqualTo("/orders/{number}");
    }

    private void refused(Caller who, String method, String route, String id, String fields) {
        String path = route.replaceAll("\\{[^}]*}", id);
        int status = HOUSE.answer(method.equals("GET") ? who.ask(path) : who.send(path, fields))
                .statusCode();
        AuditEntry newest = HOUSE.door(Audit.class).before(Long.MAX_VALUE, 1).getFirst();
        assertThat(status).as(route).isEqualTo(404);
        assertThat(newest.act()).as(route).isEqualTo("strayed");
        assertThat(newest.actor()).isEqualTo("account:" + stray);
        assertThat(newest.subject()).isEqualTo(route);
        assertThat(newest.detail().get("ids")).contains(id);
    }

    private int get(String address) {
        return HOUSE.answer(caller.ask(address)).statusCode();
    }

    private static UUID account(String who) {
        return Caller.account(who + "-" + Ids.next() + "@house.test", Set.of(Role.MEMBER));
    }
}
