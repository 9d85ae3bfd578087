package terrace.marketplace.sessions;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Who is signed in. */
@Singleton
public class Sessions {

    Sessions() {}

    /** The token for the cookie; it is kept nowhere else. */
    public String open(UUID accountId, boolean secondFactorPassed, String userAgent) {
        throw new UnsupportedOperationException();
    }

    /** Who holds this token; may be up to ten seconds behind what another node did. */
    public Optional<Session> find(String token) {
        throw new UnsupportedOperationException();
    }

    /** A new token for the same session, the old one dead: for when someone's rights grow. */
    public Optional<String> renew(String token, boolean secondFactorPassed) {
        throw new UnsupportedOperationException();
    }

    public void end(String token) {
        throw new UnsupportedOperationException();
    }

    public void endAll(UUID accountId) {
        throw new UnsupportedOperationException();
    }

    /** Newest first, for the page that shows someone's own devices. */
    public List<Session> ofAccount(UUID accountId) {
        throw new UnsupportedOperationException();
    }
}
