package io.synkro.predict.forecast.internal;

import io.synkro.predict.series.SeriesPanel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Fitted members and how they are blended for each kind of demand. Immutable.
 *
 * @param names of the members
 * @param members fitted members; null for those that no blend uses
 * @param blends one for each kind of demand
 */
public record Ensemble(
    List<String> names, List<Member.@Nullable Fitted> members, Map<Segment, Blend> blends) {
  /** {@inheritDoc} */
  public Ensemble {
    names = List.copyOf(names);
    members = Collections.unmodifiableList(new ArrayList<>(members));
    blends = Map.copyOf(blends);
  }

  /**
   * Says what is blended.
   *
   * @param blends one for each kind of demand
   * @param names of the members
   * @return one text if all kinds have the same blend
   */
  public static String text(Map<Segment, Blend> blends, List<String> names) {
    String regular = blend(blends, Segment.REGULAR).text(names);
    String intermittent = blend(blends, Segment.INTERMITTENT).text(names);
    return regular.equals(intermittent)
        ? regular
        : regular + "; intermittent demand: " + intermittent;
  }

  private static Blend blend(Map<Segment, Blend> blends, Segment segment) {
    return Objects.requireNonNull(blends.get(segment));
  }

  /**
   * Returns the members that were fitted.
   *
   * @return their names
   */
  public List<String> fitted() {
    return names.stream().filter(name -> members.get(names.indexOf(name)) != null).toList();
  }

  /**
   * Returns a member.
   *
   * @param name its name
   * @return the fitted member, or empty if there is none of that name or it was not fitted
   */
  public Optional<Member.Fitted> member(String name) {
    int position = names.indexOf(name);
    return position < 0 ? Optional.empty() : Optional.ofNullable(members.get(position));
  }

  /**
   * Forecasts the steps after a panel.
   *
   * @param demand clean demand
   * @param horizon steps
   * @return shape {@code [demand.size()][horizon]}, flat; NaN where no member has a forecast
   */
  public double[] forecast(SeriesPanel demand, int horizon) {
    double[][] byMember = new double[members.size()][];
    for (int m = 0; m < byMember.length; m++) {
      Member.Fitted member = members.get(m);
      byMember[m] = member == null ? new double[0] : member.forecast(demand);
    }
    double[] forecast = new double[demand.size() * horizon];
    double[] all = new double[byMember.length];
    for (int i = 0; i < demand.size(); i++) {
      double[] history = demand.values(i);
      Blend blend = blend(blends, Segment.of(history));
      Outliers outliers = Outliers.of(history, demand.axis().frequency());
      for (int k = i * horizon; k < (i + 1) * horizon; k++) {
        for (int m = 0; m < all.length; m++) {
          all[m] = byMember[m].length == 0 ? Double.NaN : byMember[m][k];
        }
        forecast[k] = blend.of(all, outliers);
      }
    }
    return forecast;
  }
}
