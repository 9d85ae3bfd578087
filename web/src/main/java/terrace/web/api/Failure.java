package terrace.web.api;

import io.micronaut.serde.annotation.Serdeable;

/** What a program is told instead of an answer. */
@Serdeable
record Failure(String error) {
    static final Failure NOT_FOUND = new Failure("not_found");
}
