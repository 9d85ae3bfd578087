package terrace.marketplace.secondfactor;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Codes from an authenticator app, and recovery codes for when the phone is gone. */
@Singleton
public class SecondFactors {

    SecondFactors() {}

    public boolean isSetUp(UUID accountId) {
        throw new UnsupportedOperationException();
    }

    /** A fresh secret, which counts only once {@link #confirm} has seen a code made with it. */
    public Enrolment enrol(UUID accountId) {
        throw new UnsupportedOperationException();
    }

    /** The ten recovery codes, shown this once; empty when the code is wrong. */
    public Optional<List<String>> confirm(UUID accountId, String code) {
        throw new UnsupportedOperationException();
    }

    /** Takes a code of the app or a recovery code, each once. */
    public SecondFactorCheck verify(UUID accountId, String code) {
        throw new UnsupportedOperationException();
    }

    /** For an operator, when phone and codes are lost. */
    public void remove(UUID accountId, String actor) {
        throw new UnsupportedOperationException();
    }
}
