package terrace.marketplace.shopletters;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.UUID;
import java.util.stream.Collectors;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.notices.Notices;
import terrace.marketplace.staff.Staff;
import terrace.marketplace.staff.StaffMember;
import terrace.marketplace.staff.StaffRole;

/** Tells the owners of a shop, in both languages: nobody knows which they read. */
@Singleton
public class ShopLetters {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final Accounts accounts;
    private final Merchants merchants;
    private final Staff staff;
    private final Notices notices;
    private final String publicUrl;

    ShopLetters(
            Accounts accounts,
            Merchants merchants,
            Staff staff,
            Notices notices,
            @Property(name = "public.url", defaultValue = "http://localhost:8080") String publicUrl) {
        this.accounts = accounts;
        this.merchants = merchants;
        this.staff = staff;
        this.notices = notices;
        this.publicUrl = publicUrl.replaceAll("/+$", "");
    }

    /**
     * Queues a letter to each owner, in the caller's transaction.
     *
     * @param key of the words, which end in {@code .subject} and {@code .text}; 0 is the shop, 1 the page, then what is
     *     handed in
     */
    public void tell(UUID merchantId, String key, String page, Object... more) {
        var shop = merchants.byId(merchantId).map(Merchant::name).orElse("");
        var chinese = words(Locale.ROOT);
        var english = words(Locale.ENGLISH);
        var subject = chinese.getString(key + ".subject") + " · " + english.getString(key + ".subject");
        var text = filled(chinese.getString(key + ".text"), shop, publicUrl + page, more)
                + "\n\n"
                + filled(english.getString(key + ".text"), shop, publicUrl + "/en" + page, more);
        var owners = staff.of(merchantId).stream()
                .filter(member -> member.role() == StaffRole.OWNER)
                .map(StaffMember::accountId)
                .collect(Collectors.toSet());
        for (Account owner : accounts.byIds(owners).values()) {
            // Who signs in with a telephone number reads it on the page.
            if (owner.signInName().contains("@")) {
                notices.mail(owner.signInName(), subject, text);
            }
        }
    }

    private static String filled(String pattern, String shop, String link, Object... more) {
        List<Object> fillings = new ArrayList<>(List.of(shop, link));
        fillings.addAll(List.of(more));
        return MessageFormat.format(pattern, fillings.toArray());
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle("i18n.mail", locale, NO_FALLBACK);
    }
}
