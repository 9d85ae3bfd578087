package terrace.web;

import io.micronaut.runtime.Micronaut;

/** Starts the market. */
public final class Terrace {
    private Terrace() {}

    public static void main(String[] arguments) {
        Micronaut.run(Terrace.class, arguments);
    }
}
