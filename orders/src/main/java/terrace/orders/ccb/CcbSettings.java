package terrace.orders.ccb;

import io.micronaut.context.annotation.ConfigurationProperties;
import io.micronaut.core.bind.annotation.Bindable;

/**
 * What the configuration says about the channel "ccb".
 *
 * @param url the bank's address; blank for the one of the bank itself, where the sandbox bank speaks both protocols
 * @param queryPassword by which orders are asked about; blank for the bank's API key
 * @param bankKeyFile the public key of the counter, in hexadecimal; blank for the sandbox bank's
 * @param shopKeyFolder where our own key pair is; blank for the data folder, where it is made at the first start
 * @param noticeDigest how notices are signed
 */
@ConfigurationProperties("terrace.ccb")
record CcbSettings(
        @Bindable(defaultValue = "") String url,
        @Bindable(defaultValue = "105000000000001") String merchantId,
        @Bindable(defaultValue = "100000001") String posId,
        @Bindable(defaultValue = "530000000") String branchId,
        @Bindable(defaultValue = "") String queryPassword,
        @Bindable(defaultValue = "") String bankKeyFile,
        @Bindable(defaultValue = "") String shopKeyFolder,
        @Bindable(defaultValue = "MD5withRSA") String noticeDigest) {}
