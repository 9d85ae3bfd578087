package terrace.marketplace.applications;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.merchants.Merchant;

/**
 * Somebody's way to becoming a merchant.
 *
 * @param typed what stands in the form, by field id, as it was typed
 * @param round how often it was submitted
 * @param partnerId who recommends it
 * @param dueAt by when it shall be decided; null while nobody but the applicant is to act
 * @param secondLook whether two operators have to agree
 * @param provenAt when the bank account was proven
 */
public record Application(
        UUID id,
        UUID accountId,
        State state,
        Merchant.@Nullable Kind kind,
        Map<String, String> typed,
        boolean english,
        int round,
        @Nullable UUID partnerId,
        @Nullable Instant waitingSince,
        @Nullable Instant dueAt,
        @Nullable UUID endorsedBy,
        boolean secondLook,
        @Nullable UUID firstReviewer,
        @Nullable UUID reviewedBy,
        @Nullable UUID merchantId,
        @Nullable Instant provenAt,
        Instant startedAt,
        Instant changedAt) {

    private static final int SHOWN_CHARACTERS = 4;

    public enum State {
        DRAFT,
        SUBMITTED,
        ENDORSED,
        REVIEWED,
        SIGNED,
        OPEN,
        RETURNED,
        REFUSED
    }

    /** Whether the applicant may write in it. */
    public boolean editable() {
        return state == State.DRAFT || state == State.RETURNED;
    }

    /** As typed. */
    public String value(Field field) {
        return typed.getOrDefault(field.id(), "");
    }

    /** In one form: full-width characters made narrow; numbers without blanks, in capitals. */
    public String plain(Field field) {
        var text = Normalizer.normalize(value(field), Normalizer.Form.NFKC).strip();
        return switch (field) {
            case LICENCE, ID_NUMBER, BANK_ACCOUNT, HOUSEHOLDS ->
                text.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
            default -> text;
        };
    }

    /** As others than the applicant see it: of numbers of people and bank accounts only the last characters. */
    public String shown(Field field) {
        if (!field.masked()) {
            return value(field);
        }
        var text = plain(field);
        int hidden = Math.max(0, text.length() - SHOWN_CHARACTERS);
        return "*".repeat(hidden) + (hidden == 0 ? "*".repeat(text.length()) : text.substring(hidden));
    }

    /** What was typed is personal data and must not reach a log by accident. */
    @Override
    public String toString() {
        return "Application[" + id + " " + state + "]";
    }
}
