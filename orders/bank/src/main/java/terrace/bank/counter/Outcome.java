package terrace.bank.counter;

import java.util.Map;
import terrace.bank.book.Json;

/** What an executed request came to; kept under its idempotency key, also when it is an error. */
public record Outcome(int status, String body) {
    public static Outcome of(Map<String, Object> shape) {
        return new Outcome(200, Json.text(shape));
    }

    static Outcome refused(int status, String code, String message) {
        return new Outcome(status, Shapes.error("invalid_request_error", code, message, null));
    }

    public static Outcome serverError() {
        return new Outcome(500, Shapes.error("api_error", "server_error", "The bank could not answer.", null));
    }
}
