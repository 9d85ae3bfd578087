package terrace.marketplace.partners;

/** A partner as an organiser writes it down; the code names it for good. */
public record NewPartner(String code, String name, String nameEn) {}
