package terrace.marketplace.applications;

import jakarta.inject.Singleton;
import java.security.SecureRandom;

/** Draws the applications that two operators look at, so that nobody can know beforehand. */
@Singleton
class Lottery {

    private static final int ONE_IN = 10;

    private final SecureRandom random = new SecureRandom();

    boolean drawn() {
        return random.nextInt(ONE_IN) == 0;
    }
}
