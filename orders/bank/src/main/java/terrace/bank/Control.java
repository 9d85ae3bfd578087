package terrace.bank;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import terrace.bank.book.Book;
import terrace.bank.book.Contents;
import terrace.bank.book.Entry;
import terrace.bank.book.Page;
import terrace.bank.book.Posting;
import terrace.bank.ccb.CcbMarket;
import terrace.bank.counter.Faults;
import terrace.bank.counter.FileErrors;
import terrace.bank.counter.Movements;
import terrace.bank.counter.Refusal;
import terrace.bank.counter.Shapes;
import terrace.bank.notices.Notices;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** The handles that only a sandbox has, {@code /__bank/…}: faults, the clock, held notices, the whole book. */
final class Control {
    private final Book book;
    private final Access access;
    private final Faults faults;
    private final FileErrors fileErrors;
    private final @Nullable Notices notices;

    Control(Book book, Access access, Faults faults, FileErrors fileErrors, @Nullable Notices notices) {
        this.book = book;
        this.access = access;
        this.faults = faults;
        this.fileErrors = fileErrors;
        this.notices = notices;
    }

    Reply answer(Call call) {
        access.require(call);
        return switch (call.method() + " " + call.path()) {
            case "POST /__bank/faults" -> Reply.json(Map.of("rules", faults.add(call.json())));
            case "DELETE /__bank/faults" -> {
                faults.clear();
                yield Reply.json(Map.of("rules", 0));
            }
            case "GET /__bank/faults" -> Reply.json(Map.of("left", faults.left(), "file_errors", fileErrors.count()));
            case "POST /__bank/file-errors" -> Reply.json(Map.of("errors", fileErrors.add(call.json())));
            case "DELETE /__bank/file-errors" -> {
                fileErrors.clear();
                yield Reply.json(Map.of("errors", 0));
            }
            case "GET /__bank/sub-accounts" ->
                Reply.json(book.act(page -> Map.of("accounts", CcbMarket.subAccounts(page))));
            case "POST /__bank/movements" -> Reply.json(book.act(page -> Movements.move(page, call.json())));
            case "GET /__bank/book" -> book(call);
            case "GET /__bank/clock" -> book.act(Control::clock);
            case "POST /__bank/clock" -> setClock(call.json());
            case "POST /__bank/notices/flush" -> flush();
            default -> throw new Refusal(404, "invalid_request_error", "url_unknown", "No such handle.", null);
        };
    }

    private Reply setClock(JsonNode json) {
        JsonNode seconds = json.path("offset_seconds");
        if (!seconds.isIntegralNumber()) {
            throw Refusal.invalid("offset_seconds", "offset_seconds must be a whole number of seconds");
        }
        book.act(page -> {
            page.write(new Entry.ClockSet(seconds.asLong()));
            return page;
        });
        if (notices != null) {
            notices.sendPending();
        }
        return book.act(Control::clock);
    }

    private static Reply clock(Page page) {
        return Reply.json(Map.of(
                "offset_seconds",
                page.contents().offsetSeconds(),
                "now",
                page.now().getEpochSecond()));
    }

    private Reply flush() {
        int released = book.act(page -> {
            long held = page.contents().pendingNotices().stream()
                    .filter(p -> p.notice().held() || p.notice().notBeforeMillis() > 0)
                    .count();
            if (held > 0) {
                page.write(new Entry.NoticesReleased());
            }
            return (int) held;
        });
        if (notices != null) {
            notices.sendPending();
        }
        return Reply.json(Map.of("released", released));
    }

    private Reply book(Call call) {
        long after = call.query().whole("after").orElse(0L);
        return Reply.json(book.act(page -> {
            Contents contents = page.contents();
            Map<String, Object> shape = new LinkedHashMap<>();
            shape.put("balance", Shapes.balance(contents));
            shape.put("sessions", contents.sessionCount());
            shape.put("notices_taken", contents.noticesTaken());
            shape.put(
                    "notices_pending",
                    contents.pendingNotices().stream().map(Control::pending).toList());
            shape.put(
                    "entries",
                    contents.postings().stream().skip(after).map(Control::entry).toList());
            return shape;
        }));
    }

    private static Map<String, Object> pending(Contents.PendingNotice p) {
        return Map.of(
                "id", p.notice().id(),
                "type", p.notice().type(),
                "held", p.notice().held(),
                "tries", p.tries(),
                "taken", p.taken());
    }

    private static Map<String, Object> entry(Posting p) {
        Map<String, Object> shape = new LinkedHashMap<>();
        shape.put("seq", p.seq());
        shape.put("type", p.kind().word());
        shape.put("created", p.atMillis() / 1000);
        shape.put("bank_ref", p.bankRef());
        shape.put("our_ref", p.ourRef());
        shape.put("counterpart", p.counterpart());
        shape.put("amount_fen", p.amountFen());
        shape.put("fee_fen", p.feeFen());
        shape.put("balance_fen", p.balanceFen());
        return shape;
    }
}
