package terrace.bank;

import com.github.tomakehurst.wiremock.http.Request;
import java.util.List;
import java.util.Optional;
import terrace.bank.book.Json;
import terrace.bank.counter.Form;
import terrace.bank.counter.Refusal;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** One request, taken off WireMock. */
record Call(Request request, String method, String path, String queryText) {
    static Call of(Request request) {
        String url = request.getUrl();
        int query = url.indexOf('?');
        return new Call(
                request,
                request.getMethod().value(),
                query < 0 ? url : url.substring(0, query),
                query < 0 ? "" : url.substring(query + 1));
    }

    /** The path cut at its slashes: {@code /v1/refunds} is [v1, refunds]. */
    List<String> segments() {
        return List.of(path.substring(1).split("/", -1));
    }

    Form query() {
        return Form.of(queryText);
    }

    byte[] bytes() {
        return request.getBody();
    }

    String body() {
        return request.getBodyAsString();
    }

    Form form() {
        return Form.of(body());
    }

    JsonNode json() {
        return Json.tree(body()).orElseThrow(() -> Refusal.invalid("", "The body is no JSON."));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeader(name));
    }
}
