package terrace.marketplace.bankaccounts;

import io.micronaut.context.annotation.Property;
import jakarta.inject.Singleton;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
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

/** Tells the owners what happens to their account, in both languages: nobody knows which they read. */
@Singleton
class BankLetters {

    private static final String PAGE = "/merchant/account";
    private static final int SHOWN_DIGITS = 4;
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    /** What there is to tell. */
    enum News {
        ASKED,
        CONFIRMED,
        STOPPED,
        MISMATCHED,
        UNKNOWN,
        SENT,
        PROVEN
    }

    private final Accounts accounts;
    private final Merchants merchants;
    private final Staff staff;
    private final Notices notices;
    private final String publicUrl;

    BankLetters(
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

    void tell(BankAccount account, News news) {
        var shop = merchants.byId(account.merchantId()).map(Merchant::name).orElse("");
        var number = account.masked().substring(account.masked().length() - SHOWN_DIGITS);
        var key = "mail.bank-account." + news.name().toLowerCase(Locale.ROOT);
        var chinese = words(Locale.ROOT);
        var english = words(Locale.ENGLISH);
        var subject = chinese.getString(key + ".subject") + " · " + english.getString(key + ".subject");
        var text = filled(chinese.getString(key + ".text"), shop, number, PAGE)
                + "\n\n"
                + filled(english.getString(key + ".text"), shop, number, "/en" + PAGE);
        for (Account owner : accounts.byIds(owners(account.merchantId())).values()) {
            // Who signs in with a telephone number reads it on the page.
            if (owner.signInName().contains("@")) {
                notices.mail(owner.signInName(), subject, text);
            }
        }
    }

    private Set<UUID> owners(UUID merchantId) {
        return staff.of(merchantId).stream()
                .filter(member -> member.role() == StaffRole.OWNER)
                .map(StaffMember::accountId)
                .collect(Collectors.toSet());
    }

    private String filled(String pattern, String shop, String number, String page) {
        return MessageFormat.format(pattern, shop, number, publicUrl + page, BankAccounts.CHANGE_WAIT_HOURS);
    }

    private static ResourceBundle words(Locale locale) {
        return ResourceBundle.getBundle("i18n.mail", locale, NO_FALLBACK);
    }
}
