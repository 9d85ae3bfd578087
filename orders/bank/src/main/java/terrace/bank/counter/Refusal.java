package terrace.bank.counter;

import org.jspecify.annotations.Nullable;

/**
 * A request that was refused before anything was executed; like Stripe, the bank keeps no such answer under the
 * idempotency key, so the same key may be used for the corrected request.
 */
public final class Refusal extends RuntimeException {
    private final int status;
    private final String body;

    public Refusal(int status, String type, String code, String message, @Nullable String param) {
        super(message, null, false, false);
        this.status = status;
        this.body = Shapes.error(type, code, message, param);
    }

    public static Refusal invalid(String param, String message) {
        return new Refusal(400, "invalid_request_error", "parameter_invalid", message, param);
    }

    public static Refusal missing(String what, String id) {
        return new Refusal(404, "invalid_request_error", "resource_missing", "No such " + what + ": " + id, "id");
    }

    public int status() {
        return status;
    }

    public String body() {
        return body;
    }
}
