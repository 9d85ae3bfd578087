package terrace.web.pages;

import jakarta.inject.Singleton;
import java.util.List;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Staff;
import terrace.web.signin.Visitor;

/** What every page of a merchant's desk says first: that the shop is suspended, and why. */
@Singleton
class DeskNotices {
    private final Staff staff;
    private final Merchants merchants;

    DeskNotices(Staff staff, Merchants merchants) {
        this.staff = staff;
        this.merchants = merchants;
    }

    /** The reasons in force; none for a shop that sells. */
    List<Reason> of(Visitor visitor) {
        return visitor.account().map(account -> staff.merchantsOf(visitor.workerId())).orElse(List.of()).stream()
                .findFirst()
                .flatMap(merchants::byId)
                .filter(merchant -> merchant.status() == Merchant.Status.SUSPENDED)
                .map(merchant -> merchants.suspensions(merchant.id()).stream()
                        .map(suspension ->
                                new Reason(suspension.reason().name(), suspension.note(), suspension.payoutsStopped()))
                        .toList())
                .orElse(List.of());
    }

    /** @param note what the operator wrote to the shop */
    public record Reason(String reason, String note, boolean payoutsStopped) {}
}
