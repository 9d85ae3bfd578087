package terrace.bank.counter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import terrace.bank.book.Entry;
import terrace.bank.book.Json;
import terrace.bank.book.Notice;
import terrace.bank.book.Page;

/** Writes the notices of an act into the same page as the act, with the delivery faults asked for. */
public final class Announcements {
    private static final String WORK = "POST";
    private static final Duration LATE = Duration.ofDays(3);

    private final Faults faults;

    public Announcements(Faults faults) {
        this.faults = faults;
    }

    /**
     * What the shop is to be told.
     *
     * @param ccb whether the body is a form of the second protocol, signed already
     */
    public record News(String id, String type, String body, boolean ccb) {}

    /**
     * @param path the request that causes the notices; rules for notices match it
     * @param objects what happened, by notice type, in the order it happened
     */
    void announce(Page page, String path, Map<String, Map<String, Object>> objects) {
        announce(
                page,
                path,
                objects.entrySet().stream()
                        .map(happened -> event(page, happened.getKey(), happened.getValue()))
                        .toList());
    }

    private static News event(Page page, String type, Map<String, Object> object) {
        String id = References.next("evt_");
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("id", id);
        event.put("object", "event");
        event.put("type", type);
        event.put("created", page.now().getEpochSecond());
        event.put("data", Map.of("object", object));
        return new News(id, type, Json.text(event), false);
    }

    /** The same for news in whatever form, in the order it happened. */
    public void announce(Page page, String path, List<News> news) {
        boolean held = faults.take(Faults.Kind.HOLD_NOTICES, WORK, path).isPresent();
        int copies = faults.take(Faults.Kind.DUPLICATE_NOTICES, WORK, path)
                .map(Long::intValue)
                .orElse(1);
        long overtake = faults.take(Faults.Kind.REORDER_NOTICES, WORK, path).orElse(0L);
        boolean late = faults.take(Faults.Kind.LATE_NOTICES, WORK, path).isPresent();
        boolean forged = faults.take(Faults.Kind.FORGED_NOTICES, WORK, path).isPresent();
        long now = page.now().toEpochMilli();
        long notBefore = late ? now + LATE.toMillis() : 0;
        int behind = news.size();
        for (News one : news) {
            // reordered: what happened first is sent last, and all of it after a later request's notices
            long delay = overtake * behind--;
            if (forged) {
                String id = References.next("forged_");
                page.write(new Entry.NoticeWritten(
                        new Notice(id, one.type(), one.body(), now, 1, 0, held, notBefore, one.ccb(), true)));
            }
            page.write(new Entry.NoticeWritten(new Notice(
                    one.id(), one.type(), one.body(), now, copies, delay, held, notBefore, one.ccb(), null)));
        }
    }
}
