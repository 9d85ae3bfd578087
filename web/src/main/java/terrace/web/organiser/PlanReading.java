package terrace.web.organiser;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.OptionalLong;
import terrace.marketplace.clock.Clock;
import terrace.marketplace.money.Money;
import terrace.web.pages.Form;

/** One form being read; what is wrong is noted beside its field, under {@code organiser.plan.<field>.wrong}. */
final class PlanReading {
    private Form form;

    PlanReading(Form form) {
        this.form = form;
    }

    Form form() {
        return form;
    }

    boolean good() {
        return form.errors().isEmpty();
    }

    void wrong(String field, String key) {
        form = form.with(field, key);
    }

    String value(String field) {
        return form.value(field).strip();
    }

    /** Words that have to be there. */
    String text(String field, int max) {
        String text = value(field);
        if (text.isEmpty() || text.length() > max) {
            wrong(field);
        }
        return text;
    }

    /** Words that may come later. */
    String later(String field, int max) {
        String text = value(field).replace("\r\n", "\n");
        if (text.length() > max) {
            wrong(field);
        }
        return text;
    }

    /** A whole number; nothing typed is nought. */
    int number(String field, int max) {
        String text = value(field).replace(",", "");
        if (text.isEmpty()) {
            return 0;
        }
        long number = text.matches("\\d{1,9}") ? Long.parseLong(text) : Long.MAX_VALUE;
        if (number > max) {
            wrong(field);
            return 0;
        }
        return (int) number;
    }

    /** Yuan, in fen; nothing typed is nought. */
    long fen(String field) {
        String text = value(field);
        OptionalLong fen = text.isEmpty() ? OptionalLong.of(0) : Money.fen(text);
        if (fen.isEmpty()) {
            wrong(field);
        }
        return fen.orElse(0);
    }

    /** A moment as browsers write it, in the market's own time. */
    Instant moment(String field, Instant otherwise) {
        try {
            return LocalDateTime.parse(value(field)).atZone(Clock.ZONE).toInstant();
        } catch (DateTimeParseException e) {
            wrong(field);
            return otherwise;
        }
    }

    private void wrong(String field) {
        wrong(field, "organiser.plan." + field + ".wrong");
    }
}
