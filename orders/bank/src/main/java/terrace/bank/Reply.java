package terrace.bank;

import java.util.LinkedHashMap;
import java.util.Map;
import terrace.bank.book.Json;
import terrace.bank.counter.Outcome;
import terrace.bank.counter.Refusal;

/** One answer, before WireMock sends it. */
record Reply(int status, String contentType, String body, Map<String, String> headers) {
    private static final String JSON = "application/json; charset=utf-8";

    static Reply json(Object value) {
        return new Reply(200, JSON, Json.text(value), Map.of());
    }

    static Reply of(Outcome outcome) {
        return new Reply(outcome.status(), JSON, outcome.body(), Map.of());
    }

    static Reply of(Refusal refusal) {
        return new Reply(refusal.status(), JSON, refusal.body(), Map.of());
    }

    static Reply seeOther(String location) {
        return new Reply(303, "text/plain", "", Map.of("Location", location));
    }

    Reply with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Reply(status, contentType, body, more);
    }
}
