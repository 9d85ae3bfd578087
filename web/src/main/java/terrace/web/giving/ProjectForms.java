package terrace.web.giving;

import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import terrace.marketplace.clock.Clock;
import terrace.orders.donations.Opening;
import terrace.orders.donations.PayingOut;
import terrace.web.pages.Form;

/** Words what organisers have to mend. */
@Singleton
class ProjectForms {
    private final Clock clock;

    ProjectForms(Clock clock) {
        this.clock = clock;
    }

    /** A day that has come. */
    Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip())).filter(day -> !day.isAfter(clock.today()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static Form told(Form form, Opening outcome) {
        return switch (outcome) {
            case Opening.Opened opened -> form;
            case Opening.CodeTaken taken -> form.with("code", "giving.desk.code.taken");
            case Opening.CodeMalformed malformed -> form.with("code", "giving.desk.code.wrong");
            case Opening.TitleMissing missing -> form.with("title", "giving.desk.title.missing");
            case Opening.GoalMissing missing -> form.with("goal", "giving.desk.goal.missing");
            case Opening.NoCharity none -> form.with("code", "giving.desk.no-charity");
        };
    }

    /**
     * @param file the field of the document
     * @param text the first field that must not be empty
     */
    static Form told(Form form, PayingOut outcome, String file, String text) {
        return switch (outcome) {
            case PayingOut.Recorded recorded -> form;
            case PayingOut.TooMuch tooMuch -> form.with("amount", "giving.desk.payout.too-much");
            case PayingOut.Incomplete incomplete -> form.with(text, "giving.desk.incomplete");
            case PayingOut.SlipKnown known -> form.with("reference", "giving.desk.slip-known");
            case PayingOut.EvidenceMissing missing -> form.with(file, "registry.evidence.missing");
            case PayingOut.EvidenceRefused(var reason) -> form.with(file, "registry.evidence." + reason);
        };
    }
}
