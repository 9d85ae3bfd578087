package terrace.catalog.media;

/** Draws a country from the sky down; its ground begins about half way. */
final class Landscape {

    private Landscape() {}

    static void draw(Sketch sketch, Land land, Light light) {
        Ground ground = new Ground(sketch, land, light);
        ground.sky();
        switch (land) {
            case TERRACES -> Highlands.terraces(ground);
            case KARST -> Highlands.karst(ground);
            case LOESS -> Highlands.loess(ground);
            case SNOW -> Highlands.snow(ground);
            case TEA_HILLS -> Highlands.teaHills(ground);
            case GORGE -> Highlands.gorge(ground);
            case WALL -> Highlands.wall(ground);
            case GRASSLAND -> Lowlands.grassland(ground);
            case DUNES -> Lowlands.dunes(ground);
            case LAKES -> Lowlands.lakes(ground);
            case PADDIES -> Lowlands.paddies(ground);
            case BLACK_SOIL -> Lowlands.furrows(ground, "#3F2F22");
            case WHEAT -> Lowlands.furrows(ground, "#B98F35");
            case SEA -> Lowlands.sea(ground);
            case ISLAND -> Lowlands.island(ground);
        }
    }
}
