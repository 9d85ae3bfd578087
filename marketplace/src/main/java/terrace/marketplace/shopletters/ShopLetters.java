package terrace.marketplace.shopletters;

import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffMember;
import terrace.marketplace.staff.StaffRole;

/** Tells the owners of a shop what happened to it. */
@Singleton
public class ShopLetters {
    private final Merchants merchants;
    private final Staff staff;
    private final Inbox inbox;

    ShopLetters(Merchants merchants, Staff staff, Inbox inbox) {
        this.merchants = merchants;
        this.staff = staff;
        this.inbox = inbox;
    }

    /**
     * Tells each owner, in the caller's transaction, as often as it is called: who calls makes sure that it is once.
     *
     * @param key of the words, without "news."; 0 is the shop, then what is handed in
     */
    public void tell(UUID merchantId, NewsKind kind, String key, String page, String... more) {
        List<String> words = new ArrayList<>(
                List.of(merchants.byId(merchantId).map(Merchant::name).orElse("")));
        words.addAll(List.of(more));
        List<UUID> owners = staff.of(merchantId).stream()
                .filter(member -> member.role() == StaffRole.OWNER)
                .map(StaffMember::accountId)
                .toList();
        inbox.tellAll(owners, new News(kind, key + ":" + Ids.next(), key, words, page, false));
    }
}
