package io.synkro.predict.examples.sample;

import java.util.List;

/** What is true of a product in every warehouse. */
record Product(
    int index, String id, Category category, String name, Pattern pattern, Traits traits) {

  /** How demand comes. */
  enum Pattern {
    SMOOTH,
    INTERMITTENT,
    LUMPY
  }

  /** A group of products that share a season; the words make readable names. */
  record Category(String name, double peakDay, double amplitude, List<String> words) {}

  /**
   * The product's numbers.
   *
   * @param level mean daily demand in an average warehouse
   * @param dispersion shape of the demand's gamma mixture; small is wild
   * @param growth yearly growth of demand as a factor
   * @param elasticity per cent of demand lost per per cent of price
   * @param priceCents first price
   * @param firstDay first day on sale, counted from the first day of the history
   * @param fadeDay day on which demand starts to die out; after the end if it does not
   */
  record Traits(
      double level,
      double dispersion,
      double growth,
      double elasticity,
      int priceCents,
      int firstDay,
      int fadeDay) {}

  private static final List<Category> CATEGORIES =
      List.of(
          new Category("Beverages", 195, 0.35, List.of("Lemonade", "Iced Tea", "Cola", "Water")),
          new Category("Snacks", 340, 0.15, List.of("Crackers", "Nuts", "Chips", "Raisins")),
          new Category("Household", 100, 0.10, List.of("Cleaner", "Sponge", "Soap", "Towels")),
          new Category("Garden", 135, 0.60, List.of("Soil", "Seeds", "Gloves", "Hose")),
          new Category(
              "Confectionery", 345, 0.50, List.of("Pralines", "Nougat", "Toffee", "Mints")),
          new Category("Spare Parts", 30, 0.05, List.of("Filter", "Belt", "Bearing", "Seal")));
  private static final List<String> QUALITIES =
      List.of("Classic", "Fine", "Family", "Pro", "Light", "Original", "Select");

  static Product of(SampleOptions options, int index) {
    Draws draws = Draws.of(options.seed(), Draws.Purpose.PRODUCT, index);
    Pattern pattern = pattern(index);
    Category category =
        pattern == Pattern.SMOOTH
            ? CATEGORIES.get(draws.whole(0, 4))
            : CATEGORIES.get(draws.chance(0.7) ? 5 : draws.whole(0, 5));
    String name =
        QUALITIES.get(draws.whole(0, QUALITIES.size() - 1))
            + " "
            + category.words().get(draws.whole(0, category.words().size() - 1))
            + " "
            + draws.whole(1, 20) * 50;
    Traits traits = traits(draws, options.days(), index, pattern);
    String id = "P" + (index < 9 ? "00" : index < 99 ? "0" : "") + (index + 1);
    return new Product(index, id, category, name, pattern, traits);
  }

  /**
   * A quarter of the products sell on few days only; fixed places keep the share for any number.
   */
  private static Pattern pattern(int index) {
    if (index % 4 != 3) {
      return Pattern.SMOOTH;
    }
    return index % 20 == 3 || index % 20 == 11 ? Pattern.LUMPY : Pattern.INTERMITTENT;
  }

  private static Traits traits(Draws draws, int days, int index, Pattern pattern) {
    double level = pattern == Pattern.SMOOTH ? 9 * draws.spread(0.8) : 0.5 * draws.spread(0.3);
    int never = days + SeriesCalendar.PLANNED_DAYS;
    // 4 % of the products are new and 3 % are dying out
    int firstDay = index % 25 == 14 ? (int) (days * draws.uniform(0.45, 0.9)) : 0;
    int fadeDay = index % 33 == 20 ? (int) (days * draws.uniform(0.6, 0.85)) : never;
    double price = 400 * draws.spread(0.7) * (pattern == Pattern.SMOOTH ? 1 : 4);
    return new Traits(
        Math.max(0.2, level),
        draws.uniform(4, 14),
        1 + 0.10 * draws.normal(),
        draws.uniform(0.8, 2.2),
        (int) (Math.rint(Math.max(50, price) / 10) * 10) - 1,
        firstDay,
        fadeDay);
  }
}
