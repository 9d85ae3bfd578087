package terrace.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import terrace.bank.book.Book;
import terrace.bank.book.Page;
import terrace.bank.counter.Faults;
import terrace.bank.counter.Form;
import terrace.bank.counter.Refusal;

/**
 * A courier beside the bank, for the demo market and tests: {@code /courier/v1/traces} tells the way of any parcel by
 * the time it was handed in and the bank's clock. It has the bank's faults and keeps no book.
 */
final class CourierDesk {
    private static final String TRACES = "/courier/v1/traces";
    /** The courier never scanned numbers that end so. */
    private static final String UNSCANNED_TAIL = "00";

    private static final List<String> HUBS = List.of("昆明转运中心", "贵阳转运中心", "武汉转运中心", "郑州转运中心", "西安转运中心");
    private static final int UNEVEN_MINUTES = 47;

    private final Book book;
    private final Access access;
    private final Faults faults;

    CourierDesk(Book book, Access access, Faults faults) {
        this.book = book;
        this.access = access;
        this.faults = faults;
    }

    /** What happens to every parcel, so long after it was handed in. */
    private enum Stage {
        COLLECTED(2),
        DEPARTED(6),
        ARRIVED(26),
        OUT_FOR_DELIVERY(44),
        DELIVERED(48);

        private final int hours;

        Stage(int hours) {
            this.hours = hours;
        }
    }

    Reply answer(Call call) {
        access.require(call);
        faults.delay(call.method(), call.path());
        if (!call.method().equals("GET") || !call.path().equals(TRACES)) {
            throw new Refusal(404, "invalid_request_error", "url_unknown", "The courier has nothing here.", null);
        }
        Form query = call.query();
        Instant sent = Instant.ofEpochSecond(query.whole("sent").orElse(0L));
        Instant now = book.act(Page::now);
        return Reply.json(Map.of("steps", steps(query.required("number"), sent, now)));
    }

    private static List<Map<String, Object>> steps(String number, Instant sent, Instant now) {
        List<Map<String, Object>> steps = new ArrayList<>();
        if (number.endsWith(UNSCANNED_TAIL)) {
            return steps;
        }
        int seed = Math.floorMod(number.hashCode(), UNEVEN_MINUTES);
        for (Stage stage : Stage.values()) {
            Instant at = sent.plus(Duration.ofHours(stage.hours)).plus(Duration.ofMinutes(seed));
            boolean between = stage == Stage.DEPARTED || stage == Stage.ARRIVED;
            if (!at.isAfter(now)) {
                steps.add(Map.of(
                        "at", at.getEpochSecond(),
                        "kind", stage.name(),
                        "place", between ? HUBS.get((seed + steps.size()) % HUBS.size()) : ""));
            }
        }
        return steps;
    }
}
