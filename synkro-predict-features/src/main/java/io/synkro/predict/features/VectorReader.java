package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.PipelinePlan.Node;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads vectors of live features in memory that is used again. Not safe for use by many threads:
 * each thread takes its own reader.
 */
public final class VectorReader {
  private final LiveFeatures live;
  private final PipelinePlan plan;
  private final int[] order;
  private final Node[] nodes;
  private final PastValues own;
  private final List<PastValues> groups;
  private final int[] groupOf;
  private final int[] planChannels;
  private final CalendarCache calendar;
  private final float[] results;

  VectorReader(LiveFeatures live) {
    this.live = live;
    this.plan = live.pipeline().plan();
    this.order = plan.order();
    this.nodes = plan.nodes().toArray(Node[]::new);
    LiveLayout layout = live.layout();
    this.own = new PastValues(plan, layout, layout.own());
    this.groups = layout.groups().stream().map(p -> new PastValues(plan, layout, p)).toList();
    this.groupOf = new int[plan.nodes().size()];
    for (int n = 0; n < groupOf.length; n++) {
      groupOf[n] =
          plan.node(n).feature() instanceof HistoryFeature f ? layout.group(f.channel()) : -1;
    }
    this.planChannels =
        live.planned().stream()
            .mapToInt(name -> layout.own().ring(Channel.DEMAND.of(name)))
            .toArray();
    this.calendar = new CalendarCache(plan, live.axis());
    this.results = new float[plan.nodes().size()];
  }

  /**
   * Reads the features of a series for the step at the origin.
   *
   * @param id a series that was added
   * @param origin first step whose values are not to be known, usually the one after the newest
   * @param target receives one value for each feature of the pipeline
   * @param plans for each of {@link LiveFeatures#planned()} its value at the origin, and those of
   *     the steps after it for features that look ahead of the target
   */
  public void read(SeriesId id, int origin, float[] target, float[]... plans) {
    read(id, new Ask(origin, 1), target, plans);
  }

  /**
   * Which row is asked for.
   *
   * @param origin first step whose values are not to be known
   * @param horizon steps ahead, 1 for the step at the origin itself, at most 10,000
   */
  public record Ask(int origin, int horizon) {
    private static final int LONGEST = 10_000;

    /** {@inheritDoc} */
    public Ask {
      Require.that(
          horizon >= 1 && horizon <= LONGEST,
          "horizon",
          horizon,
          "must be from 1 to " + LONGEST,
          "use 1 for the step at the origin");
    }
  }

  /**
   * Reads the features of a series. Its groups close steps as any of their series reports, so a
   * series that lags behind them can be read only from the first step on that all of them have
   * open: report all series of a step before the next one, or keep more steps open.
   *
   * @param id a series that was added
   * @param ask origin and horizon; steps that the series or one of its groups has closed must lie
   *     before the origin, which must not lie before the first step of the series
   * @param target receives one value for each feature of the pipeline
   * @param plans for each of {@link LiveFeatures#planned()} its values from the origin to the
   *     target, or to the last step that {@link HistoryFeature#throughTarget(int)} looks at; those
   *     that are left out after the target are missing
   * @throws InvalidInputException if the origin is not one of those; the message names the group
   */
  public void read(SeriesId id, Ask ask, float[] target, float[]... plans) {
    LiveEntity entity = live.entity(id);
    require(target, plans, ask.horizon());
    int origin = live.sinceEpoch("origin of series ", id, ask.origin());
    if (!own.load(entity.state(), origin, ask.horizon(), live.openSteps())) {
      throw notKnown(id, ask, "the last step that the series has closed");
    }
    if (origin < own.start()) {
      throw new InvalidInputException(
          "origin of series " + id,
          live.axis().at(ask.origin()).toString(),
          "must not lie before its first step, "
              + live.axis().at((long) own.start() - live.epoch()),
          "read from its first step on");
    }
    for (int p = 0; p < planChannels.length; p++) {
      own.plan(planChannels[p], plans[p]);
    }
    List<@Nullable LiveGroup> memberships = entity.membership().groups();
    for (int g = 0; g < groups.size(); g++) {
      LiveGroup group = memberships.get(g);
      if (group != null) {
        PastValues past = groups.get(g);
        if (!past.load(group.state(), origin, ask.horizon(), live.openSteps())) {
          String channel = live.layout().groups().get(g).channels().get(0).text();
          throw notKnown(id, ask, "the last step that its group has closed for " + channel);
        }
      }
    }
    calendar.fill(ask.origin() + ask.horizon() - 1, results);
    for (int node : order) {
      results[node] = value(node, entity.membership(), ask.horizon());
    }
    System.arraycopy(results, 0, target, 0, plan.columns());
  }

  private InvalidInputException notKnown(SeriesId id, Ask ask, String after) {
    return new InvalidInputException(
        "origin of series " + id,
        live.axis().at(ask.origin()).toString(),
        "must lie after %s and at most %d steps after the newest one"
            .formatted(after, LiveState.MOST_SKIPPED),
        "compute rows of the past with FeaturePipeline.compute, or keep more steps open");
  }

  private float value(int node, Membership membership, int horizon) {
    Node each = nodes[node];
    PipelineFeature feature = each.feature();
    if (feature instanceof HistoryFeature history) {
      int group = groupOf[node];
      if (group < 0) {
        return own.value(node, history);
      }
      return membership.groups().get(group) == null
          ? Float.NaN
          : groups.get(group).value(node, history);
    }
    if (feature instanceof CombinedFeature combined) {
      return combined.apply(results[each.first()], results[each.second()]);
    }
    if (feature instanceof AttributeFeature) {
      return membership.codes().get(node);
    }
    return feature instanceof HorizonFeature ? horizon : results[node];
  }

  /** Messages are made only when they are needed. */
  private void require(float[] target, float[][] plans, int horizon) {
    if (target.length < plan.columns()) {
      throw new InvalidInputException(
          "length of target",
          Integer.toString(target.length),
          "must be at least the number of features, " + plan.columns(),
          "");
    }
    if (plans.length != planChannels.length) {
      throw new InvalidInputException(
          "plans",
          Integer.toString(plans.length),
          "must be one for each of " + live.planned(),
          "give their values from the origin on");
    }
    for (int p = 0; p < plans.length; p++) {
      if (plans[p].length < horizon) {
        throw new InvalidInputException(
            "planned values of " + live.planned().get(p),
            Integer.toString(plans[p].length),
            "must reach from the origin to the target, " + horizon,
            "");
      }
    }
  }
}
