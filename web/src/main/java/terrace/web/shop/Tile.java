package terrace.web.shop;

/** A province on the tile map. */
public record Tile(String code, String letter, String name, String path, long listings) {}
