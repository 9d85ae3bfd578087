package terrace.bank;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import java.util.Map;
import java.util.function.Function;
import terrace.bank.counter.Faults;
import terrace.bank.counter.Outcome;
import terrace.bank.counter.Refusal;

/** Hands a request from WireMock to one part of the bank, and loses the connection where a fault says so. */
final class Hatch implements ResponseDefinitionTransformerV2 {
    private static final String MAINTENANCE = "<!DOCTYPE html><title>系统维护中</title><p>We will be right back.</p>";

    private final String name;
    private final Faults faults;
    private final Function<Call, Reply> part;

    Hatch(String name, Faults faults, Function<Call, Reply> part) {
        this.name = name;
        this.faults = faults;
        this.part = part;
    }

    @Override
    public ResponseDefinition transform(ServeEvent event) {
        Call call = Call.of(event.getRequest());
        if (faults.take(Faults.Kind.RESET, call.method(), call.path()).isPresent()) {
            return reset();
        }
        Reply reply = answer(call);
        if (faults.take(Faults.Kind.EFFECT_THEN_RESET, call.method(), call.path())
                .isPresent()) {
            return reset();
        }
        if (faults.take(Faults.Kind.HTML200, call.method(), call.path()).isPresent()) {
            reply = new Reply(200, "text/html; charset=utf-8", MAINTENANCE, Map.of());
        }
        ResponseDefinitionBuilder response = ResponseDefinitionBuilder.responseDefinition()
                .withStatus(reply.status())
                .withHeader("Content-Type", reply.contentType())
                .withBody(reply.body());
        reply.headers().forEach(response::withHeader);
        return response.build();
    }

    private Reply answer(Call call) {
        try {
            return part.apply(call);
        } catch (Refusal refusal) {
            return Reply.of(refusal);
        } catch (RuntimeException e) {
            System.err.println("The bank failed at " + call.method() + " " + call.path() + ": " + e);
            return Reply.of(Outcome.serverError());
        }
    }

    private static ResponseDefinition reset() {
        return ResponseDefinitionBuilder.responseDefinition()
                .withFault(Fault.CONNECTION_RESET_BY_PEER)
                .build();
    }

    @Override
    public boolean applyGlobally() {
        return false;
    }

    @Override
    public String getName() {
        return name;
    }
}
