package terrace.web.shop;

/** A way in from the home page or a category: a picture, a name, how many goods are behind it. */
public record Door(String name, String path, String picture, int listings) {}
