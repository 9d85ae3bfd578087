package terrace.web.coupons;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTarget;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.gifts.Codes;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.merchants.Merchant;
import terrace.marketplace.merchants.Merchants;
import terrace.marketplace.money.Money;
import terrace.marketplace.partners.Partner;
import terrace.marketplace.partners.Partners;
import terrace.web.pages.Form;

/** Reads the form of a new batch, names turned into ids; what is wrong is said beside its field. */
@Singleton
class BatchForm {
    private static final long FACE_FEN_MAX = 1_000_000;
    private static final int TITLE_MAX = 40;
    private static final int TITLE_EN_MAX = 80;
    private static final int COVER_MAX = 99;
    private static final int PER_PERSON_MAX = 20;
    private static final int DAYS_MAX = 366;
    private static final int PERCENT = 100;

    private final BatchNames names;
    private final Merchants merchants;
    private final Partners partners;
    private final Clock clock;

    BatchForm(BatchNames names, Merchants merchants, Partners partners, Clock clock) {
        this.names = names;
        this.merchants = merchants;
        this.partners = partners;
        this.clock = clock;
    }

    /** What was read: the batch where nothing is wrong, and the form in any case. */
    record Read(@Nullable NewBatch batch, Form form) {}

    Read read(Map<String, String> typed, UUID operator) {
        Reading reading = new Reading(Form.of(typed));
        String title = reading.text("title", TITLE_MAX);
        String titleEn = reading.text("titleEn", TITLE_EN_MAX);
        CouponKind kind = reading.kind();
        long face = reading.fen("face", 1, FACE_FEN_MAX);
        long threshold = reading.fen("threshold", 0, Money.TYPED_FEN_MAX);
        long budget = reading.fen("budget", Math.max(1, face), Money.TYPED_FEN_MAX);
        int cover = reading.number("cover", 1, COVER_MAX);
        int perPerson = reading.number("perPerson", 1, PER_PERSON_MAX);
        LocalDate last = reading.lastDay();
        Instant opens = reading.opens(last);
        Giving giving = reading.giving();
        CostShare cost = reading.cost();
        BatchNames.Found named = names.read(reading.form, last);
        reading.form = named.form();
        reading.bound(kind, cost, named.targets(), named.people());
        if (!reading.form.errors().isEmpty()) {
            return new Read(null, reading.form);
        }
        Instant ends = last.plusDays(1).atStartOfDay(Clock.ZONE).toInstant();
        CouponTerms terms = new CouponTerms(
                reading.id(), kind, title, titleEn, face, threshold, cover, cost, opens, ends, named.targets());
        return new Read(new NewBatch(terms, giving, budget, perPerson, named.people(), operator), reading.form);
    }

    /** One form being read. */
    private final class Reading {
        private Form form;

        Reading(Form form) {
            this.form = form;
        }

        UUID id() {
            return Ids.read(form.value("batch")).orElseGet(Ids::next);
        }

        String text(String field, int max) {
            String text = form.value(field).strip();
            if (text.isEmpty() || text.length() > max) {
                wrong(field, "coupons.batch." + field + ".wrong");
            }
            return text;
        }

        CouponKind kind() {
            for (CouponKind kind : CouponKind.values()) {
                if (kind.name().equals(form.value("kind"))) {
                    return kind;
                }
            }
            wrong("kind", "coupons.batch.kind.wrong");
            return CouponKind.ANY;
        }

        long fen(String field, long min, long max) {
            String text = form.value(field);
            OptionalLong fen = min == 0 && text.isBlank() ? OptionalLong.of(0) : Money.fen(text);
            if (fen.isEmpty() || fen.getAsLong() < min || fen.getAsLong() > max) {
                wrong(field, "coupons.batch." + field + ".wrong");
                return min;
            }
            return fen.getAsLong();
        }

        int number(String field, int min, int max) {
            String text = form.value(field).strip();
            int number = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
            if (number < min || number > max) {
                wrong(field, "coupons.batch." + field + ".wrong");
                return min;
            }
            return number;
        }

        LocalDate lastDay() {
            LocalDate today = clock.today();
            try {
                LocalDate day = LocalDate.parse(form.value("lastDay").strip());
                if (!day.isBefore(today) && !day.isAfter(today.plusDays(DAYS_MAX))) {
                    return day;
                }
            } catch (DateTimeParseException e) {
                // said below, with every other day that cannot be
            }
            wrong("lastDay", "coupons.batch.lastDay.wrong");
            return today;
        }

        /** Now, unless a later moment is given. */
        Instant opens(LocalDate last) {
            String text = form.value("opens").strip();
            try {
                Instant at = text.isEmpty()
                        ? clock.now()
                        : LocalDateTime.parse(text).atZone(Clock.ZONE).toInstant();
                if (at.isBefore(last.plusDays(1).atStartOfDay(Clock.ZONE).toInstant())) {
                    return at.isBefore(clock.now()) ? clock.now() : at;
                }
            } catch (DateTimeParseException e) {
                // said below, with every other moment that cannot be
            }
            wrong("opens", "coupons.batch.opens.wrong");
            return clock.now();
        }

        Giving giving() {
            Giving.Way way = Arrays.stream(Giving.Way.values())
                    .filter(known -> known != Giving.Way.ENTITLEMENT)
                    .filter(known -> known.name().equals(form.value("way")))
                    .findFirst()
                    .orElse(Giving.Way.OPEN);
            int streak = way == Giving.Way.SIGN_IN ? number("streakDays", 1, Giving.STREAK_DAYS_MAX) : 0;
            Integer device = form.value("perDevice").isBlank() ? null : number("perDevice", 1, Giving.PER_DEVICE_MAX);
            String code = form.value("sharedCode").strip();
            if (!code.isEmpty() && (way != Giving.Way.CODE || !Codes.shareable(code))) {
                wrong("sharedCode", "coupons.batch.sharedCode.wrong");
            }
            String campaign = form.value("campaign").strip();
            if (!campaign.isEmpty() && !campaign.matches("[a-z0-9][a-z0-9-]{1,59}")) {
                wrong("campaign", "coupons.batch.campaign.wrong");
                campaign = "";
            }
            return new Giving(way, streak, device, campaign.isEmpty() ? null : campaign);
        }

        CostShare cost() {
            int organiser = number("organiserPercent", 0, PERCENT);
            int merchant = number("merchantPercent", 0, PERCENT);
            Optional<Partner> partner = partners.byCode(form.value("organiser").strip());
            Optional<Merchant> shop = merchants.byCode(form.value("merchant").strip());
            if (organiser > 0 && partner.isEmpty()) {
                wrong("organiser", "coupons.batch.organiser.wrong");
                organiser = 0;
            }
            if (merchant > 0 && shop.isEmpty()) {
                wrong("merchant", "coupons.batch.merchant.wrong");
                merchant = 0;
            }
            if (organiser + merchant > PERCENT) {
                wrong("organiserPercent", "coupons.batch.shares.wrong");
                return CostShare.ofPlatform();
            }
            int points = CostShare.WHOLE / PERCENT;
            return new CostShare(
                    CostShare.WHOLE - (organiser + merchant) * points,
                    organiser * points,
                    merchant * points,
                    organiser > 0 ? partner.orElseThrow().id() : null,
                    merchant > 0 ? shop.orElseThrow().id() : null);
        }

        /** A coupon for given goods names some, one for given people names those, one for any names nobody. */
        void bound(CouponKind kind, CostShare cost, Set<CouponTarget> targets, Set<UUID> people) {
            boolean goods = !targets.isEmpty() || cost.merchantId() != null;
            if (kind == CouponKind.GOODS && !goods) {
                wrong("categories", "coupons.batch.goods.missing");
            }
            if (kind == CouponKind.ANY && goods) {
                wrong("kind", "coupons.batch.goods.none");
            }
            if ((kind == CouponKind.PEOPLE) == people.isEmpty()) {
                wrong(
                        "people",
                        kind == CouponKind.PEOPLE ? "coupons.batch.people.missing" : "coupons.batch.people.none");
            }
        }

        private void wrong(String field, String key) {
            if (form.error(field) == null) {
                form = form.with(field, key);
            }
        }
    }
}
