package terrace.catalog.stock;

enum HoldState {
    HELD,
    TAKEN,
    RELEASED
}
