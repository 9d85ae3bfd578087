package terrace.orders.donations;

/** A project as an organiser writes it down; the code is its address for good. */
public record NewProject(String code, String title, String titleEn, String story, String storyEn, long goalFen) {}
