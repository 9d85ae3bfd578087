package terrace.web.standing;

import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.bankaccounts.BankAccount;
import terrace.marketplace.bankaccounts.BankAccounts;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.merchants.Suspension;
import terrace.marketplace.regions.Regions;
import terrace.web.buying.Sights;
import terrace.web.pages.Form;
import terrace.web.pages.Language;
import terrace.web.pages.Words;

/** Puts together what operators see of merchants. */
@Singleton
class MerchantPages {
    private static final int ACTS_SHOWN = 30;
    private static final String SUBJECT = "merchant";
    private static final Set<String> ACTS = Set.of("opened", "suspended", "suspension-lifted");
    private static final Set<String> SAID = Set.of("suspended", "lifted", "confirmed", "not-yours", "over", "paper");
    private static final String PERSON = "account:";

    private final Merchants merchants;
    private final BankAccounts accounts;
    private final BankAccountPages bankAccounts;
    private final Accounts people;
    private final Regions regions;
    private final Audit audit;
    private final Sights sights;
    private final Words words;

    MerchantPages(
            Merchants merchants,
            BankAccounts accounts,
            BankAccountPages bankAccounts,
            Accounts people,
            Regions regions,
            Audit audit,
            Sights sights,
            Words words) {
        this.merchants = merchants;
        this.accounts = accounts;
        this.bankAccounts = bankAccounts;
        this.people = people;
        this.regions = regions;
        this.audit = audit;
        this.sights = sights;
        this.words = words;
    }

    Row row(Merchant merchant) {
        return new Row(
                merchant.code(),
                merchant.name(),
                merchant.kind().name(),
                regions.path(merchant.countyCode()),
                merchant.status().name());
    }

    Page of(Language language, Merchant merchant, Form form, @Nullable String done) {
        Optional<BankAccount> inUse = accounts.inUse(merchant.id());
        return new Page(
                row(merchant),
                merchant.licenceNumber(),
                sights.time(merchant.openedAt()),
                merchants.suspensions(merchant.id()).stream().map(this::reason).toList(),
                Arrays.stream(Suspension.Reason.values()).map(Enum::name).toList(),
                inUse.map(bankAccounts::shown).orElse(null),
                bankAccounts
                        .coming(merchant.id(), inUse)
                        .map(bankAccounts::shown)
                        .orElse(null),
                BankAccounts.CHANGE_WAIT_HOURS,
                marks(language, merchant.id()),
                form,
                done == null || !SAID.contains(done) ? null : done);
    }

    private Reason reason(Suspension suspension) {
        return new Reason(
                suspension.id(),
                suspension.reason().name(),
                suspension.note(),
                suspension.payoutsStopped(),
                sights.time(suspension.at()),
                names(Set.of(suspension.actor())).getOrDefault(suspension.actor(), suspension.actor()));
    }

    private List<Mark> marks(Language language, UUID merchantId) {
        List<AuditEntry> entries = audit.ofSubject(SUBJECT + ":" + merchantId, ACTS_SHOWN).stream()
                .filter(entry -> entry.act().startsWith(SUBJECT + ".") && ACTS.contains(act(entry)))
                .toList();
        Map<String, String> names =
                names(entries.stream().map(AuditEntry::actor).collect(Collectors.toSet()));
        return entries.reversed().stream()
                .map(entry -> new Mark(
                        words.say(language, "standing.act." + act(entry)),
                        sights.time(entry.at()),
                        note(
                                language,
                                entry,
                                names.getOrDefault(entry.actor(), words.say(language, "standing.act.by-platform"))),
                        true,
                        false))
                .toList();
    }

    private static String act(AuditEntry entry) {
        return entry.act().substring(entry.act().indexOf('.') + 1);
    }

    private String note(Language language, AuditEntry entry, String actor) {
        @Nullable String reason = entry.detail().get("reason");
        return reason == null ? actor : actor + " · " + words.say(language, "standing.reason." + reason);
    }

    private Map<String, String> names(Set<String> actors) {
        Map<UUID, Account> known = people.byIds(actors.stream()
                .filter(actor -> actor.startsWith(PERSON))
                .map(actor -> UUID.fromString(actor.substring(PERSON.length())))
                .collect(Collectors.toSet()));
        return known.values().stream().collect(Collectors.toMap(person -> PERSON + person.id(), Account::name));
    }

    record Row(String code, String name, String kind, String place, String status) {}

    record ListPage(
            String q,
            List<Row> rows,
            @Nullable String next,
            @Nullable String first) {}

    record Reason(UUID id, String reason, String note, boolean payoutsStopped, String at, String by) {}

    record Mark(String text, String time, String note, boolean done, boolean current) {}

    record Page(
            Row merchant,
            String licence,
            String openedAt,
            List<Reason> reasons,
            List<String> choices,
            BankAccountPages.@Nullable Shown inUse,
            BankAccountPages.@Nullable Shown coming,
            int waitHours,
            List<Mark> marks,
            Form form,
            @Nullable String done) {}
}
