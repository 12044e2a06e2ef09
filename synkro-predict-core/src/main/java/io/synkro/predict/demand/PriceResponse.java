package io.synkro.predict.demand;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.demand.internal.ElasticityGroup;
import io.synkro.predict.demand.internal.OwnElasticity;
import io.synkro.predict.series.CovariateNames;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Own-price elasticities of all series of a panel.
 *
 * <p>Each series by itself: E[demand] = exp(ε log price + δ promotion + season + level), by Poisson
 * pseudo maximum likelihood (Santos Silva &amp; Tenreyro 2006, <a
 * href="https://doi.org/10.1162/rest.88.4.641">doi:10.1162/rest.88.4.641</a>), which is a log-log
 * regression that allows zeros. The level is free in each block of 56 days, two weeks of hours,
 * half a year of weeks or twelve longer steps, so that a price and a level that both drift are not
 * taken for cause and effect; the season is one dummy a position up to weekly seasons and three
 * harmonics for longer ones. Steps without observed demand, see {@link
 * UnconstrainedDemand#observed()}, and without a price are left out. Standard errors allow for
 * overdispersion and autocorrelation (Newey &amp; West 1987).
 *
 * <p>Then estimates are drawn towards the mean of their group, ε̂ = (τ² b + s² μ) / (τ² + s²),
 * where b is the series' own estimate and s its error, and μ and τ² are mean and variance of true
 * elasticities in the group by DerSimonian &amp; Laird (1986), <a
 * href="https://doi.org/10.1016/0197-2456(86)90046-2">doi:10.1016/0197-2456(86)90046-2</a>
 * (empirical Bayes: Efron &amp; Morris 1975, <a
 * href="https://doi.org/10.1080/01621459.1975.10479864">doi:10.1080/01621459.1975.10479864</a>). A
 * group with fewer than three estimates takes μ and τ² of all series.
 *
 * <p>It is causal only as far as prices were not set because of the demand that was expected.
 * Immutable; safe for use by many threads.
 */
public final class PriceResponse {
  private static final int LEAST_OF_GROUP = 3;
  private static final String ALL = "all";

  private final Map<SeriesId, PriceElasticity> elasticities;

  private PriceResponse(Map<SeriesId, PriceElasticity> elasticities) {
    this.elasticities = elasticities;
  }

  /**
   * Estimates elasticities with all series as one group.
   *
   * @param sales recorded sales with the covariate {@link CovariateNames#PRICE}
   * @return the elasticities
   * @throws InvalidInputException if there are no prices
   */
  public static PriceResponse of(SeriesPanel sales) {
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < sales.size(); i++) {
      groups.add(ALL);
    }
    return estimate(sales, groups);
  }

  /**
   * Estimates elasticities in groups.
   *
   * @param sales recorded sales with the covariate {@link CovariateNames#PRICE}
   * @param attribute name of the attribute whose values are the groups, such as a category
   * @return the elasticities
   * @throws InvalidInputException if there are no prices, or no attribute of that name
   */
  public static PriceResponse of(SeriesPanel sales, String attribute) {
    StaticAttribute grouping =
        sales
            .attribute(attribute)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        "attribute", attribute, "must be one of the panel's", "name it there"));
    List<String> groups = new ArrayList<>();
    for (int i = 0; i < sales.size(); i++) {
      groups.add(grouping.value(i));
    }
    return estimate(sales, groups);
  }

  private static PriceResponse estimate(SeriesPanel sales, List<String> groups) {
    if (sales.covariate(CovariateNames.PRICE).isEmpty()) {
      throw new InvalidInputException(
          "covariate " + CovariateNames.PRICE, "none", "must be part of the panel", "add prices");
    }
    SeriesPanel demand = UnconstrainedDemand.of(sales).observed();
    List<OwnElasticity> own = new ArrayList<>();
    for (int i = 0; i < sales.size(); i++) {
      own.add(OwnElasticity.of(demand, i));
    }
    return drawn(sales, groups, own);
  }

  private static PriceResponse drawn(
      SeriesPanel sales, List<String> groups, List<OwnElasticity> own) {
    Map<SeriesId, PriceElasticity> drawn = new LinkedHashMap<>();
    List<OwnElasticity> known = new ArrayList<>();
    Map<String, List<OwnElasticity>> members = new LinkedHashMap<>();
    for (int i = 0; i < own.size(); i++) {
      if (!Double.isNaN(own.get(i).value())) {
        known.add(own.get(i));
        members.computeIfAbsent(groups.get(i), g -> new ArrayList<>()).add(own.get(i));
      }
    }
    if (known.isEmpty()) {
      return new PriceResponse(drawn);
    }
    ElasticityGroup all = ElasticityGroup.of(ALL, known);
    Map<String, ElasticityGroup> summaries = new HashMap<>();
    members.forEach(
        (name, of) -> {
          if (of.size() >= LEAST_OF_GROUP) {
            summaries.put(name, ElasticityGroup.of(name, of));
          }
        });
    for (int i = 0; i < own.size(); i++) {
      ElasticityGroup group = summaries.getOrDefault(groups.get(i), all);
      drawn.put(sales.id(i), group.drawn(sales.id(i), own.get(i)));
    }
    return new PriceResponse(drawn);
  }

  /**
   * Finds the elasticity of a series.
   *
   * @param id product and warehouse
   * @return the elasticity; that of its group if its own price hardly changed; empty if it is not
   *     part of the panel, or no price of any series changed enough
   */
  public Optional<PriceElasticity> find(SeriesId id) {
    return Optional.ofNullable(elasticities.get(id));
  }

  /**
   * Returns all elasticities.
   *
   * @return one a series in the panel's order; empty if no price changed enough
   */
  public List<PriceElasticity> elasticities() {
    return List.copyOf(elasticities.values());
  }
}
