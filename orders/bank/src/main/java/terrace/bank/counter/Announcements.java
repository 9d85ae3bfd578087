package terrace.bank.counter;

import java.util.LinkedHashMap;
import java.util.Map;
import terrace.bank.book.Entry;
import terrace.bank.book.Json;
import terrace.bank.book.Notice;
import terrace.bank.book.Page;

/** Writes the notices of an act into the same page as the act, with the delivery faults asked for. */
final class Announcements {
    private static final String WORK = "POST";

    private final Faults faults;

    Announcements(Faults faults) {
        this.faults = faults;
    }

    /**
     * @param path the request that causes the notices; rules for notices match it
     * @param objects what happened, by notice type, in the order it happened
     */
    void announce(Page page, String path, Map<String, Map<String, Object>> objects) {
        boolean held = faults.take(Faults.Kind.HOLD_NOTICES, WORK, path).isPresent();
        int copies = faults.take(Faults.Kind.DUPLICATE_NOTICES, WORK, path).isPresent() ? 2 : 1;
        long overtake = faults.take(Faults.Kind.REORDER_NOTICES, WORK, path).orElse(0L);
        int behind = objects.size();
        for (Map.Entry<String, Map<String, Object>> happened : objects.entrySet()) {
            // reordered: what happened first is sent last, and all of it after a later request's notices
            long delay = overtake * behind--;
            String id = References.next("evt_");
            Map<String, Object> event = new LinkedHashMap<>();
            event.put("id", id);
            event.put("object", "event");
            event.put("type", happened.getKey());
            event.put("created", page.now().getEpochSecond());
            event.put("data", Map.of("object", happened.getValue()));
            page.write(new Entry.NoticeWritten(new Notice(
                    id, happened.getKey(), Json.text(event), page.now().toEpochMilli(), copies, delay, held)));
        }
    }
}
