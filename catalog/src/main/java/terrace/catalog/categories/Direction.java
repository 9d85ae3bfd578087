package terrace.catalog.categories;

/** Which way goods go between village and town. */
public enum Direction {
    /** 农产品上行: what villages grow and make. */
    UP,
    /** 农资、日用品下行: what villages buy, for the field and the house. */
    DOWN
}
