package terrace.bank;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import terrace.bank.book.Json;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** Speaks HTTP with the bank: as the shop with its key, and as the payer's browser. */
final class Customer {
    static final String API_KEY = "sk_test";

    record Heard(int status, String body, HttpResponse<String> response) {
        JsonNode json() {
            return Json.tree(body).orElseThrow();
        }

        String text(String name) {
            return json().path(name).asText();
        }

        String errorCode() {
            return json().path("error").path("code").asText();
        }

        boolean replayed() {
            return response.headers().firstValue("Idempotent-Replayed").isPresent();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }
    }

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String bank;

    Customer(String bank) {
        this.bank = bank;
    }

    Heard post(String path, String key, Map<String, String> form) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encoded(form)));
        return send(key.isEmpty() ? request : request.header("Idempotency-Key", key));
    }

    Heard postJson(String path, String json) throws IOException, InterruptedException {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    Heard get(String path) throws IOException, InterruptedException {
        return send(request(path));
    }

    Heard delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE());
    }

    /** As the payer's browser: without the shop's key. */
    Heard browse(String path, String acceptLanguage) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(bank + path)).header("Accept-Language", acceptLanguage));
    }

    Heard decide(String session, String decision) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(bank + "/pay/" + session + "/" + decision))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** As an operator of an enterprise. */
    Heard decide(String session, String act, String operator) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(bank + "/pay/" + session + "/" + act))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("operator=" + operator)));
    }

    Heard open(String paymentId, long fen) throws IOException, InterruptedException {
        return post("/v1/checkout/sessions", "pay:" + paymentId, session(paymentId, fen));
    }

    /** Opens a session and pays it; gives its payment intent. */
    String pay(String paymentId, long fen) throws IOException, InterruptedException {
        Heard session = open(paymentId, fen);
        decide(session.text("id"), "confirm");
        return get("/v1/checkout/sessions/" + session.text("id")).text("payment_intent");
    }

    Heard refund(String refundId, String intent, long fen) throws IOException, InterruptedException {
        return post(
                "/v1/refunds",
                "refund:" + refundId,
                Map.of("payment_intent", intent, "amount", Long.toString(fen), "metadata[refund_id]", refundId));
    }

    Heard transfer(String payoutId, long fen) throws IOException, InterruptedException {
        return post(
                "/v1/transfers",
                "payout:" + payoutId,
                Map.of(
                        "amount",
                        Long.toString(fen),
                        "currency",
                        "cny",
                        "destination",
                        "acct_1",
                        "transfer_group",
                        "settlement-1",
                        "metadata[payout_id]",
                        payoutId));
    }

    JsonNode book() throws IOException, InterruptedException {
        return get("/__bank/book").json();
    }

    static Map<String, String> session(String paymentId, long fen) {
        return Map.of(
                "mode",
                "payment",
                "line_items[0][price_data][unit_amount]",
                Long.toString(fen),
                "line_items[0][price_data][currency]",
                "cny",
                "line_items[0][price_data][product_data][name]",
                "红河红米 <2.5 kg>",
                "line_items[0][quantity]",
                "1",
                "client_reference_id",
                paymentId,
                "success_url",
                "http://shop.example/done?session={CHECKOUT_SESSION_ID}",
                "cancel_url",
                "http://shop.example/back");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(bank + path)).header("Authorization", "Bearer " + API_KEY);
    }

    private Heard send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Heard(response.statusCode(), response.body(), response);
    }

    private static String encoded(Map<String, String> form) {
        return form.entrySet().stream()
                .map(e -> URLEncoder.encode(e.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
