package terrace.marketplace.inbox;

import io.micronaut.transaction.annotation.Transactional;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import terrace.marketplace.accounts.Accounts;
import terrace.marketplace.notices.Notices;
import terrace.marketplace.vault.Vault;

/** What people want to be told by which way. */
@Singleton
public class Preferences {

    private static final int ID_BYTES = 16;
    private static final int SIGNATURE_BYTES = 16;

    private final MessageRepository messages;
    private final Accounts accounts;
    private final Notices notices;
    private final Vault vault;

    Preferences(MessageRepository messages, Accounts accounts, Notices notices, Vault vault) {
        this.messages = messages;
        this.accounts = accounts;
        this.notices = notices;
        this.vault = vault;
    }

    /** Every kind by every way, in order. */
    public List<Choice> of(UUID accountId) {
        return Arrays.stream(NewsKind.values())
                .flatMap(kind -> Stream.of(Channel.values())
                        .map(channel -> new Choice(kind, channel, wanted(accountId, kind, channel))))
                .toList();
    }

    /** Whether this way leads to the account at all: it signs in with an address or with a number. */
    public boolean leads(UUID accountId, Channel channel) {
        return accounts.byId(accountId)
                .filter(account -> Channel.of(account.signInName()) == channel)
                .filter(account -> channel == Channel.MAIL || notices.textsGoOut())
                .isPresent();
    }

    public boolean wanted(UUID accountId, NewsKind kind, Channel channel) {
        return kind.always() || !messages.refused(accountId, kind.name(), channel.name());
    }

    /** False for what cannot be turned off. */
    @Transactional
    public boolean choose(UUID accountId, NewsKind kind, Channel channel, boolean wanted) {
        if (kind.always()) {
            return wanted;
        }
        if (wanted) {
            messages.want(accountId, kind.name(), channel.name());
        } else {
            messages.refuse(accountId, kind.name(), channel.name());
        }
        return true;
    }

    /** The page that turns this off without signing in. Signed, not stored: it is good as long as the key is. */
    String path(UUID accountId, NewsKind kind, Channel channel) {
        var what = (kind + ":" + channel).getBytes(StandardCharsets.UTF_8);
        var token = ByteBuffer.allocate(ID_BYTES + SIGNATURE_BYTES + what.length)
                .put(signature(accountId, kind, channel))
                .putLong(accountId.getMostSignificantBits())
                .putLong(accountId.getLeastSignificantBits())
                .put(what)
                .array();
        return "/unsubscribe/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** What a token turns off, as it stands now; empty for one we never made. */
    public Optional<Choice> ofToken(String token) {
        return read(token)
                .map(told -> new Choice(told.kind, told.channel, wanted(told.account, told.kind, told.channel)));
    }

    /** Turns off, or on again, what the token names; empty for one we never made. */
    @Transactional
    public Optional<Choice> choose(String token, boolean wanted) {
        read(token).ifPresent(told -> choose(told.account, told.kind, told.channel, wanted));
        return ofToken(token);
    }

    private Optional<Told> read(String token) {
        try {
            var bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(token));
            var signature = new byte[SIGNATURE_BYTES];
            bytes.get(signature);
            var account = new UUID(bytes.getLong(), bytes.getLong());
            var what = StandardCharsets.UTF_8.decode(bytes).toString().split(":", 2);
            if (what.length != 2) {
                return Optional.empty();
            }
            var told = new Told(account, NewsKind.valueOf(what[0]), Channel.valueOf(what[1]));
            return MessageDigest.isEqual(signature, signature(told.account, told.kind, told.channel))
                    ? Optional.of(told)
                    : Optional.empty();
        } catch (IllegalArgumentException | java.nio.BufferUnderflowException e) {
            return Optional.empty();
        }
    }

    private byte[] signature(UUID accountId, NewsKind kind, Channel channel) {
        return Arrays.copyOf(
                vault.blindIndex("unsubscribe:" + accountId + ":" + kind + ":" + channel), SIGNATURE_BYTES);
    }

    private record Told(UUID account, NewsKind kind, Channel channel) {}
}
