package terrace.marketplace.inbox;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.accounts.Account;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.notices.Mail;
import terrace.marketplace.notices.Notices;
import terrace.marketplace.notices.Sms;
import terrace.marketplace.vault.Vault;

/** Tells people what concerns them, once; told in the caller's transaction, sent after it. */
@Singleton
public class Inbox {

    /** More than this is shown as "and more". */
    public static final int UNREAD_MAX = 99;

    private static final int KEPT_DAYS = 365;
    private static final String PARTED = "\u001f";
    private static final UUID LAST = new UUID(-1, -1);

    private final MessageRepository messages;
    private final Preferences preferences;
    private final Wording wording;
    private final Accounts accounts;
    private final Notices notices;
    private final Vault vault;
    private final Cache<UUID, Integer> unread = Caffeine.newBuilder()
            .maximumSize(50_000)
            .expireAfterWrite(Duration.ofSeconds(10))
            .build();

    Inbox(
            MessageRepository messages,
            Preferences preferences,
            Wording wording,
            Accounts accounts,
            Notices notices,
            Vault vault) {
        this.messages = messages;
        this.preferences = preferences;
        this.wording = wording;
        this.accounts = accounts;
        this.notices = notices;
        this.vault = vault;
    }

    /** Tells one account; false when it was told of this source before, and then nothing goes out again. */
    @Transactional
    public boolean tell(UUID accountId, News news) {
        var words = vault.seal(String.join(PARTED, news.words()));
        int added =
                messages.add(Ids.next(), accountId, news.kind().name(), news.key(), words, news.path(), news.source());
        if (added == 0) {
            return false;
        }
        unread.invalidate(accountId);
        accounts.byId(accountId)
                .filter(account -> account.status() == Account.Status.OPEN)
                .ifPresent(account -> send(account, news));
        return true;
    }

    @Transactional
    public void tellAll(Collection<UUID> accountIds, News news) {
        accountIds.stream().sorted().forEach(account -> tell(account, news));
    }

    /** Tells somebody who need not have an account; false where no way leads to this address or number. */
    @Transactional
    public boolean tellStranger(String contact, String key, List<String> words, String path, boolean english) {
        var text = wording.text(key, words, english);
        if (Channel.of(contact) == Channel.SMS) {
            return notices.text(new Sms(contact, wording.sms(text, path, english)));
        }
        notices.mail(
                contact,
                wording.subject(wording.title(key, words, english), english),
                wording.letter(text, path, english));
        return true;
    }

    /** Newest first, those before the one given. */
    public Messages of(UUID accountId, @Nullable UUID before, int limit, boolean english) {
        var rows = messages.before(accountId, before == null ? LAST : before, limit + 1);
        var shown = rows.stream().limit(limit).map(row -> message(row, english)).toList();
        return new Messages(shown, rows.size() > limit ? shown.getLast().id() : null);
    }

    /** Opens one: it counts as read from now on. Empty when it is not this account's. */
    @Transactional
    public Optional<Message> open(UUID accountId, UUID id, boolean english) {
        messages.read(accountId, id);
        unread.invalidate(accountId);
        return messages.of(accountId, id).map(row -> message(row, english));
    }

    /** All that stood there up to the one given. */
    @Transactional
    public void readUntil(UUID accountId, UUID until) {
        messages.readUntil(accountId, until);
        unread.invalidate(accountId);
    }

    /** At most one more than {@link #UNREAD_MAX}; may be some seconds old. */
    public int unread(UUID accountId) {
        return unread.get(accountId, id -> messages.unread(id, UNREAD_MAX + 1));
    }

    @Transactional
    void clear() {
        messages.clear(KEPT_DAYS);
    }

    private void send(Account account, News news) {
        var channel = Channel.of(account.signInName());
        if (!preferences.wanted(account.id(), news.kind(), channel)) {
            return;
        }
        var text = wording.text(news.key(), news.words(), news.english());
        if (channel == Channel.SMS) {
            notices.text(new Sms(account.signInName(), wording.sms(text, news.path(), news.english())));
            return;
        }
        var title = wording.title(news.key(), news.words(), news.english());
        var letter = wording.letter(text, news.path(), news.english());
        var leave = news.kind().always() ? null : preferences.path(account.id(), news.kind(), channel);
        notices.mail(new Mail(
                account.signInName(),
                wording.subject(title, news.english()),
                leave == null ? letter : letter + wording.unsubscribe(leave, news.english()),
                leave == null ? null : wording.link(leave, news.english())));
    }

    private Message message(MessageRow row, boolean english) {
        var words = List.of(vault.open(row.words()).split(PARTED, -1));
        return new Message(
                row.id(),
                row.kind(),
                wording.title(row.key(), words, english),
                wording.text(row.key(), words, english),
                row.path(),
                row.at(),
                row.readAt() != null);
    }
}
