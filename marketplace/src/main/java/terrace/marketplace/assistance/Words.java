package terrace.marketplace.assistance;

import jakarta.inject.Singleton;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.audit.Audit;
import terrace.marketplace.audit.AuditEntry;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.inbox.Inbox;
import terrace.marketplace.inbox.News;
import terrace.marketplace.inbox.NewsKind;
import terrace.marketplace.inbox.Wording;

/** What households are told of those who act for them. */
@Singleton
class Words {

    private static final String PAGE = "/account/assistance";
    private static final int TOLD_AT_ONCE = 100;
    private static final int ACTS_READ_MAX = 1_000;
    private static final int ENDED_DAYS = 3;
    private static final int EVENING_HOUR = 19;

    private final AssistanceRepository rows;
    private final Clerks clerks;
    private final Accounts accounts;
    private final Inbox inbox;
    private final Wording wording;
    private final Audit audit;
    private final Clock clock;

    Words(
            AssistanceRepository rows,
            Clerks clerks,
            Accounts accounts,
            Inbox inbox,
            Wording wording,
            Audit audit,
            Clock clock) {
        this.rows = rows;
        this.clerks = clerks;
        this.accounts = accounts;
        this.inbox = inbox;
        this.wording = wording;
        this.audit = audit;
        this.clock = clock;
    }

    boolean ask(Assistance asked, String code, boolean english) {
        var said = new ArrayList<>(clerk(asked.clerk()));
        said.addAll(List.of(code, Integer.toString(Codes.VALID_MINUTES)));
        return inbox.tellStranger(asked.contact(), "assistance.asked", said, PAGE, english);
    }

    boolean confirm(String contact, UUID clerkId, String code, boolean english) {
        return inbox.tellStranger(
                contact,
                "assistance.confirm",
                List.of(clerk(clerkId).getLast(), code, Integer.toString(Codes.VALID_MINUTES)),
                PAGE,
                english);
    }

    void began(Assistance begun, UUID household) {
        tell(household, "assistance-began:" + begun.id(), "assistance.began", clerk(begun.clerk()));
    }

    void ended(Assistance ended) {
        if (ended.household() != null) {
            tell(ended.household(), "assistance-ended:" + ended.id(), "assistance.ended", clerk(ended.clerk()));
        }
    }

    /** What was done is told in the evening, or the day after; never more than once a day. */
    void tellOfActs() {
        var after = new UUID(0, 0);
        for (var some = rows.toTell(after, ENDED_DAYS, TOLD_AT_ONCE);
                !some.isEmpty();
                some = rows.toTell(after, ENDED_DAYS, TOLD_AT_ONCE)) {
            some.forEach(this::tellOfActs);
            after = some.getLast().id();
        }
    }

    private void tellOfActs(AssistanceRow row) {
        var household = row.householdId();
        if (household == null) {
            return;
        }
        var entries = audit.onBehalfSince(household, row.clerkId(), row.toldUntil(), ACTS_READ_MAX);
        if (entries.isEmpty() || !time(entries.getFirst())) {
            return;
        }
        var kinds = new TreeMap<String, Integer>();
        entries.stream()
                .filter(entry -> entry.act().startsWith(Acts.PREFIX))
                .forEach(entry -> kinds.merge(Acts.kind(entry), 1, Integer::sum));
        if (kinds.isEmpty() || tell(household, row, kinds)) {
            rows.told(row.id(), entries.getLast().id());
        }
    }

    private boolean tell(UUID household, AssistanceRow row, Map<String, Integer> kinds) {
        var said = kinds.entrySet().stream()
                .map(kind -> wording.title("act." + kind.getKey(), List.of(), false) + " " + kind.getValue())
                .toList();
        int all = kinds.values().stream().mapToInt(Integer::intValue).sum();
        var clerk = clerk(row.clerkId());
        return tell(
                household,
                "assistance-acts:" + row.id() + ":" + clock.today(),
                "assistance.acts",
                List.of(Integer.toString(all), clerk.getLast(), clerk.getFirst(), String.join("，", said)));
    }

    private boolean time(AuditEntry first) {
        return ZonedDateTime.ofInstant(clock.now(), Clock.ZONE).getHour() >= EVENING_HOUR
                || clock.dayOf(first.at()).isBefore(clock.today());
    }

    private boolean tell(UUID household, String source, String key, List<String> said) {
        return inbox.tell(household, new News(NewsKind.ASSISTANCE, source, key, said, PAGE, false));
    }

    /** Office and name. */
    private List<String> clerk(UUID clerkId) {
        return List.of(
                clerks.of(clerkId).map(Clerk::office).orElse(""),
                accounts.byId(clerkId).map(Account::name).orElse(""));
    }
}
