package terrace.marketplace.staff;

/** What a merchant's person may do. */
public enum StaffRole {
    OWNER,
    MANAGER,
    PACKER
}
