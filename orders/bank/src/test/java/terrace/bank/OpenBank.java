package terrace.bank;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A bank in this JVM with an empty book and a shop to notify, new for every test. */
final class OpenBank implements BeforeEachCallback, AfterEachCallback {
    static final Settings.Ccb CCB = new Settings.Ccb(null, null, "http://shop.example/back-from-ccb");

    private final int feeBasisPoints;
    private @Nullable SandboxBank bank;
    private @Nullable Shop shop;
    private @Nullable Customer customer;

    /** A bank that takes no fees, so that sums are easily told. */
    OpenBank() {
        this(0);
    }

    OpenBank(int feeBasisPoints) {
        this.feeBasisPoints = feeBasisPoints;
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IOException {
        Path data = Folders.temporary();
        Shop opened = Shop.open();
        shop = opened;
        bank = SandboxBank.start(
                new Settings(data, 0, Customer.API_KEY, opened.noticeUrl(), Shop.SECRET, null, feeBasisPoints, CCB),
                InstantSource.system());
        customer = new Customer(bank.url());
    }

    Customer customer() {
        return present(customer);
    }

    Shop shop() {
        return present(shop);
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("the bank is closed");
        }
        return part;
    }

    @Override
    public void afterEach(ExtensionContext context) throws IOException {
        present(bank).close();
        present(shop).close();
    }
}
