package terrace.marketplace.households;

/**
 * A family as a county writes it down.
 *
 * @param name of its head; personal data
 * @param register its number in the county's own register; personal data
 * @param people as typed
 */
public record NewHousehold(String village, String name, String register, String people) {

    /** Nobody's name gets into a log. */
    @Override
    public String toString() {
        return "NewHousehold[" + village + "]";
    }

    NewHousehold stripped() {
        return new NewHousehold(village.strip(), name.strip(), register.strip(), people.strip());
    }

    int peopleCount() {
        return Integer.parseInt(people);
    }
}
