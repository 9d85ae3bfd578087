package terrace.orders.ccb;

import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Optional;
import terrace.orders.gateway.BankAnswer;
import terrace.orders.gateway.BankAnswer.Refused;
import terrace.orders.gateway.BankAnswer.Said;
import terrace.orders.gateway.BankAnswer.Silent;
import terrace.orders.gateway.BankHttp;
import terrace.orders.gateway.BankHttp.Exchange;
import terrace.orders.gateway.BankJson;
import terrace.orders.gateway.BankLink;

/** Signed requests to the bank and what came back, sorted: said, refused, or unknown. */
@Singleton
class CcbCalls {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final int OK = 200;

    private final CcbSettings settings;
    private final BankLink link;
    private final BankHttp http;
    private final CcbKeys keys;

    CcbCalls(CcbSettings settings, BankLink link, BankHttp http, CcbKeys keys) {
        this.settings = settings;
        this.link = link;
        this.http = http;
        this.keys = keys;
    }

    /** Reads one answer. */
    interface Reader<T> {
        T read(byte[] body) throws IOException;
    }

    Optional<URI> address() {
        return settings.url().isBlank() ? link.address() : Optional.of(URI.create(settings.url()));
    }

    String queryPassword() {
        return settings.queryPassword().isBlank() ? link.apiKey() : settings.queryPassword();
    }

    /** A market transaction: JSON, signed by us; the bank says no in the body. */
    BankAnswer<BankJson> market(String path, Map<String, Object> fields) {
        return signed(path, fields).then(body -> read(body, BankJson::read)).then(CcbCalls::sorted);
    }

    private static BankAnswer<BankJson> sorted(BankJson answer) {
        return switch (answer.textOr("Svc_Rsp_St", "")) {
            case "00" -> new Said<>(answer);
            case "01" -> new Refused<>(OK, answer.textOr("Svc_Rsp_Cd", "01"), answer.textOr("Rsp_Inf", ""));
            default -> new Silent<>("an answer without a state", false);
        };
    }

    BankAnswer<byte[]> signed(String path, Map<String, Object> fields) {
        try {
            byte[] body = MAPPER.writeValueAsBytes(fields);
            return send(
                    path,
                    HttpRequest.newBuilder()
                            .header("Content-Type", "application/json; charset=utf-8")
                            .header("Sign-Inf", keys.sign(body))
                            .POST(HttpRequest.BodyPublishers.ofByteArray(body)));
        } catch (IOException e) {
            return new Silent<>("our key: " + e.getMessage(), false);
        }
    }

    BankAnswer<byte[]> form(String path, String form) {
        return send(
                path,
                HttpRequest.newBuilder()
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private BankAnswer<byte[]> send(String path, HttpRequest.Builder request) {
        Optional<URI> address = address();
        if (address.isEmpty()) {
            return new Silent<>("the bank has no address yet", false);
        }
        return switch (http.send(request.uri(address.get().resolve(path)))) {
            case Exchange.Lost(String why) -> new Silent<>(why, false);
            case Exchange.Answered answered when answered.status() == OK -> new Said<>(answered.body());
            case Exchange.Answered answered ->
                new Silent<>(
                        "the bank answered " + answered.status(),
                        answered.headers().firstValue("Idempotent-Replayed").isPresent());
        };
    }

    /** An answer that cannot be read is no answer. */
    static <T> BankAnswer<T> read(byte[] body, Reader<T> reader) {
        try {
            return new Said<>(reader.read(body));
        } catch (IOException | IllegalArgumentException e) {
            return new Silent<>("unreadable answer: " + e.getMessage(), false);
        }
    }
}
