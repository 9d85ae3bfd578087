package terrace.marketplace.pavilions;

import io.micronaut.core.annotation.Introspected;

@Introspected
record AddressRow(String address, String pavilionCode) {}
