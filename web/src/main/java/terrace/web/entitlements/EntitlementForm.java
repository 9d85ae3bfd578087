package terrace.web.entitlements;

import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.coupons.CostShare;
import terrace.marketplace.coupons.CouponKind;
import terrace.marketplace.coupons.CouponTerms;
import terrace.marketplace.coupons.Giving;
import terrace.marketplace.coupons.NewBatch;
import terrace.marketplace.entitlements.Run;
import terrace.marketplace.ids.Ids;
import terrace.marketplace.money.Money;
import terrace.marketplace.pledges.Pledge;
import terrace.web.pages.Form;

/** Reads the forms of a sheet and of a pledge. */
@Singleton
class EntitlementForm {
    private static final long FACE_FEN_MAX = 1_000_000;
    private static final int TITLE_EN_CHARS_MAX = 80;
    private static final int COVER_PERCENT = 99;
    private static final int DAYS_MAX = 366;

    private final Clock clock;

    EntitlementForm(Clock clock) {
        this.clock = clock;
    }

    /** What was read where nothing is wrong, and the form in any case. */
    record Read<T>(@Nullable T thing, Form form) {}

    /** @param rows of the sheet; the budget is for all of them */
    Read<NewBatch> batch(Map<String, String> typed, UUID partner, int rows, UUID by) {
        Form form = Form.of(typed);
        String title = form.value("title").strip();
        if (title.isEmpty() || title.length() > Run.TITLE_CHARS_MAX) {
            form = form.with("title", "entitlements.title.wrong");
        }
        String titleEn = form.value("titleEn").strip();
        if (titleEn.isEmpty() || titleEn.length() > TITLE_EN_CHARS_MAX) {
            form = form.with("titleEn", "entitlements.titleEn.wrong");
        }
        OptionalLong face = Money.fen(form.value("face"));
        if (face.isEmpty() || face.getAsLong() < 1 || face.getAsLong() > FACE_FEN_MAX) {
            form = form.with("face", "entitlements.face.wrong");
        }
        Optional<LocalDate> last = day(form.value("lastDay"));
        if (last.isEmpty() || last.get().isBefore(clock.today())) {
            form = form.with("lastDay", "entitlements.lastDay.wrong");
        }
        if (!form.errors().isEmpty()) {
            return new Read<>(null, form);
        }
        CouponTerms terms = new CouponTerms(
                id(form.value("batch")),
                CouponKind.PEOPLE,
                title,
                titleEn,
                face.orElseThrow(),
                0,
                COVER_PERCENT,
                CostShare.ofOrganiser(partner),
                clock.now(),
                last.orElseThrow().plusDays(1).atStartOfDay(Clock.ZONE).toInstant(),
                Set.of());
        long budget = Math.multiplyExact(face.orElseThrow(), rows);
        return new Read<>(new NewBatch(terms, Giving.of(Giving.Way.ENTITLEMENT), budget, 1, Set.of(), by), form);
    }

    Read<Pledge> pledge(Map<String, String> typed, UUID partner) {
        Form form = Form.of(typed);
        form = needed(form, "pledgeTitle", Pledge.TITLE_CHARS_MAX);
        form = needed(form, "pledgeTitleEn", Pledge.TITLE_EN_CHARS_MAX);
        OptionalLong goal = Money.fen(form.value("goal"));
        if (goal.isEmpty() || goal.getAsLong() < 1) {
            form = form.with("goal", "entitlements.goal.wrong");
        }
        Optional<LocalDate> first = day(form.value("firstDay"));
        Optional<LocalDate> last = day(form.value("untilDay"));
        if (first.isEmpty()) {
            form = form.with("firstDay", "entitlements.day.wrong");
        }
        if (last.isEmpty()
                || (first.isPresent()
                        && (last.get().isBefore(first.get())
                                || last.get().isAfter(first.get().plusDays(Pledge.DAYS_MAX))))) {
            form = form.with("untilDay", "entitlements.untilDay.wrong");
        }
        if (!form.errors().isEmpty()) {
            return new Read<>(null, form);
        }
        return new Read<>(
                new Pledge(
                        id(form.value("pledge")),
                        partner,
                        form.value("pledgeTitle").strip(),
                        form.value("pledgeTitleEn").strip(),
                        goal.orElseThrow(),
                        first.orElseThrow(),
                        last.orElseThrow()),
                form);
    }

    static UUID id(String text) {
        return Ids.read(text).orElseGet(Ids::next);
    }

    private Optional<LocalDate> day(String text) {
        try {
            LocalDate day = LocalDate.parse(text.strip());
            return day.isAfter(clock.today().plusDays(DAYS_MAX)) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static Form needed(Form form, String field, int max) {
        String text = form.value(field).strip();
        return text.isEmpty() || text.length() > max ? form.with(field, "entitlements.text.wrong") : form;
    }
}
