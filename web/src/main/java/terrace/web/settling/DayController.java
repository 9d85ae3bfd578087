package terrace.web.settling;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.security.annotation.Secured;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.orders.books.BooksReport;
import terrace.orders.closing.Closing;
import terrace.orders.closing.DayClosing;
import terrace.orders.closing.DayClosings;
import terrace.orders.closing.DayStand;
import terrace.web.buying.Sights;
import terrace.web.operator.Actors;
import terrace.web.pages.Form;
import terrace.web.pages.Pages;
import terrace.web.signin.Access;
import terrace.web.signin.Visitor;

/** Days to be closed by a person: the bank's file, the differences, the books. */
@Controller("/operator/days")
@Secured(Access.OPERATOR)
class DayController {
    private static final int DAYS_SHOWN = 21;

    private final DayClosings closings;
    private final Actors actors;
    private final Sights sights;
    private final Pages pages;

    DayController(DayClosings closings, Actors actors, Sights sights, Pages pages) {
        this.closings = closings;
        this.actors = actors;
        this.sights = sights;
        this.pages = pages;
    }

    @Get
    HttpResponse<?> list(Visitor visitor) {
        List<Row> rows = closings.latest(DAYS_SHOWN).stream()
                .map(brief -> new Row(
                        brief.day().toString(),
                        brief.file() == null ? null : brief.file().lines(),
                        brief.file() == null ? 0 : brief.file().matched(),
                        word(brief.closed(), brief.over(), brief.file())))
                .toList();
        return pages.show(visitor, "settling/days", new DaysPage(rows));
    }

    @Get("/{day}")
    HttpResponse<?> show(Visitor visitor, LocalDate day) {
        return page(visitor, HttpStatus.OK, closings.stand(day), Form.EMPTY);
    }

    @Post("/{day}/closing")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> close(Visitor visitor, LocalDate day, @Body Map<String, String> typed) {
        Form form = Form.of(typed);
        if (form.value("note").length() > DayClosings.NOTE_CHARS_MAX) {
            return refused(visitor, day, form, "settling.day.note-long");
        }
        return switch (closings.close(day, visitor.memberId(), form.value("note"))) {
            case Closing.Closed closed -> Pages.seeOther(visitor, "/operator/days/" + day);
            case Closing.ClosedBefore before -> Pages.seeOther(visitor, "/operator/days/" + day);
            case Closing.NotOver not -> refused(visitor, day, form, "settling.day.not-over");
            case Closing.NoFile no -> refused(visitor, day, form, "settling.day.no-file-yet");
            case Closing.NoteWanted wanted -> refused(visitor, day, form, "settling.day.note-wanted");
        };
    }

    private HttpResponse<?> refused(Visitor visitor, LocalDate day, Form form, String key) {
        return page(visitor, HttpStatus.UNPROCESSABLE_ENTITY, closings.stand(day), form.with("note", key));
    }

    private HttpResponse<?> page(Visitor visitor, HttpStatus status, DayStand stand, Form form) {
        BooksReport books = stand.books();
        DayStand.Taken file = stand.file();
        return pages.show(
                visitor,
                status,
                "settling/day",
                new DayPage(
                        stand.day().toString(),
                        word(stand.closing() != null, stand.over(), file),
                        file,
                        stand.openDifferences(),
                        books == null ? null : sights.time(books.at()),
                        books == null ? 0 : books.findings().size(),
                        closed(stand.closing()),
                        form));
    }

    private @Nullable Closed closed(@Nullable DayClosing closing) {
        if (closing == null) {
            return null;
        }
        String by = closing.closedBy().toString();
        return new Closed(
                sights.time(closing.closedAt()),
                actors.names(List.of(by)).getOrDefault(by, ""),
                closing.lines(),
                closing.matched(),
                closing.openDifferences(),
                closing.booksSound(),
                closing.head().seq(),
                closing.head().hash(),
                closing.note());
    }

    private static String word(boolean closed, boolean over, DayStand.@Nullable Taken file) {
        if (closed) {
            return "closed";
        }
        if (!over) {
            return "running";
        }
        return file != null && file.complete() ? "to-close" : "no-file";
    }

    /** @param stand words are at {@code settling.day.<stand>} */
    record Row(String day, @Nullable Integer lines, int matched, String stand) {}

    record DaysPage(List<Row> days) {}

    record Closed(
            String at,
            String by,
            int lines,
            int matched,
            int openDifferences,
            boolean booksSound,
            long seq,
            String hash,
            String note) {}

    record DayPage(
            String day,
            String stand,
            DayStand.@Nullable Taken file,
            int openDifferences,
            @Nullable String checkedAt,
            int broken,
            @Nullable Closed closed,
            Form form) {}
}
