package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import io.synkro.predict.series.TimeAxis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The features of a pipeline, entity by entity, as events come in: each series keeps the last
 * values that its features need and what they carry along, so that a new step costs the same
 * whatever the length of its history. A vector has the bits of the row that {@link
 * FeaturePipeline#compute} gives for the same past. The newest steps stay open: they may be
 * corrected, in any order, until they are closed by a later step. Safe for use by many threads.
 */
public final class LiveFeatures {
  /** What became of values that were given. */
  public enum Outcome {
    /** They are part of the features from now on. */
    APPLIED,
    /** They are part of the series' own features, but its groups have closed the step. */
    TOO_LATE_FOR_GROUPS,
    /** The series has closed the step: nothing was changed. */
    TOO_LATE
  }

  private final FeaturePipeline pipeline;
  private final TimeAxis axis;
  private final LiveLayout layout;
  private final Map<String, List<String>> levels;
  private final ConcurrentMap<SeriesId, LiveEntity> entities = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, LiveGroup> groups = new ConcurrentHashMap<>();
  private final ConcurrentMap<String, Membership> memberships = new ConcurrentHashMap<>();
  private final int epoch;

  private LiveFeatures(
      FeaturePipeline pipeline, TimeAxis axis, int openSteps, Map<String, List<String>> levels) {
    Require.that(
        axis.frequency() == pipeline.frequency(),
        "frequency of the axis",
        axis.frequency(),
        "must be that of the pipeline, " + pipeline.frequency(),
        "");
    Require.that(
        openSteps >= 1 && openSteps <= LiveState.MOST_SKIPPED,
        "openSteps",
        openSteps,
        "must be from 1 to " + LiveState.MOST_SKIPPED,
        "use 1 if steps are never corrected");
    this.pipeline = pipeline;
    this.axis = axis;
    this.layout = new LiveLayout(pipeline.plan(), openSteps);
    this.levels = levels;
    this.epoch = Math.toIntExact(axis.sinceEpoch(0));
  }

  /**
   * Creates features of no series yet.
   *
   * @param pipeline the features
   * @param like a panel of the same axis and attributes, such as the one that a model was trained
   *     on; its series are not taken over
   * @param openSteps how many of the newest steps of a series may be corrected, at least 1
   * @return live features
   */
  public static LiveFeatures of(FeaturePipeline pipeline, SeriesPanel like, int openSteps) {
    pipeline.schema(like);
    Map<String, List<String>> levels = new LinkedHashMap<>();
    for (StaticAttribute attribute : like.attributes()) {
      levels.put(attribute.name(), attribute.levels());
    }
    return new LiveFeatures(pipeline, like.axis(), openSteps, levels);
  }

  /**
   * Returns the pipeline.
   *
   * @return the features of each vector
   */
  public FeaturePipeline pipeline() {
    return pipeline;
  }

  /**
   * Returns what {@link #append} takes for a step: {@code demand} and covariates.
   *
   * @return names, in order
   */
  public List<String> inputs() {
    return layout.own().channels().stream()
        .map(c -> c.covariate().isEmpty() ? "demand" : c.covariate())
        .toList();
  }

  /**
   * Returns the covariates whose planned values a vector needs.
   *
   * @return names, in order
   */
  public List<String> planned() {
    Set<String> names = new LinkedHashSet<>();
    for (PipelinePlan.Node node : pipeline.plan().nodes()) {
      if (node.feature() instanceof HistoryFeature f && f.until() == HistoryFeature.Until.TARGET) {
        names.add(f.channel().covariate());
      }
    }
    return List.copyOf(names);
  }

  /**
   * Adds a series without a past.
   *
   * @param id the series
   * @param attributes texts by the name of the attribute; one that no model knows is missing
   * @throws InvalidInputException if the series is there already
   */
  public void add(SeriesId id, Map<String, String> attributes) {
    LiveEntity entity = new LiveEntity(new LiveState(layout.own()), membership(id, attributes));
    Require.that(
        entities.putIfAbsent(id, entity) == null, "series", id, "must be new", "append to it");
  }

  /**
   * Adds all series of a panel with their past.
   *
   * @param panel a panel of the same axis
   */
  public void addAll(SeriesPanel panel) {
    pipeline.schema(panel);
    new PanelReplay(this, panel).run();
  }

  /**
   * Returns the number of series.
   *
   * @return zero or more
   */
  public int size() {
    return entities.size();
  }

  /**
   * Gives or corrects the values of a step of a series. Steps between its newest step and this one
   * are missing until they are given.
   *
   * @param id a series that was added
   * @param step step of the axis
   * @param values one for each of {@link #inputs()}; NaN where nothing was observed
   * @return whether the step was still open
   */
  public Outcome append(SeriesId id, int step, float... values) {
    LiveEntity entity = entity(id);
    if (values.length != layout.own().channels().size()) {
      throw new InvalidInputException(
          "values of series " + id,
          Integer.toString(values.length),
          "must be one for each of " + inputs(),
          "");
    }
    int at = step + epoch;
    LiveState state = entity.state();
    synchronized (state) {
      if (!state.isOpen(at, layout.openSteps())) {
        return Outcome.TOO_LATE;
      }
      requireNear(id, state, at);
      boolean grouped = replaceInGroups(entity, at, values);
      state.reach(at, layout.openSteps());
      for (int c = 0; c < values.length; c++) {
        state.set(c, at, known(values[c]));
      }
      return grouped ? Outcome.APPLIED : Outcome.TOO_LATE_FOR_GROUPS;
    }
  }

  private static float known(float value) {
    return Math.abs(value) <= Float.MAX_VALUE ? value + 0f : Float.NaN;
  }

  private void requireNear(SeriesId id, LiveState state, int at) {
    if (!state.isEmpty() && at - (long) state.newest() > LiveState.MOST_SKIPPED) {
      throw new InvalidInputException(
          "step of series " + id,
          axis.at((long) at - epoch).toString(),
          "must be at most %d steps after the newest one, %s"
              .formatted(LiveState.MOST_SKIPPED, axis.at((long) state.newest() - epoch)),
          "check the date");
    }
  }

  private boolean replaceInGroups(LiveEntity entity, int at, float[] values) {
    boolean all = true;
    for (int g = 0; g < layout.groups().size(); g++) {
      LiveGroup group = entity.membership().groups().get(g);
      if (group != null) {
        int channel = layout.memberChannel(g);
        float old = entity.state().get(channel, at);
        all &= group.replace(at, old, known(values[channel]));
      }
    }
    return all;
  }

  /**
   * Creates a reader of vectors.
   *
   * @return a reader for one thread
   */
  public VectorReader reader() {
    return new VectorReader(this);
  }

  LiveEntity entity(SeriesId id) {
    LiveEntity entity = entities.get(id);
    if (entity == null) {
      throw new InvalidInputException(
          "series", id.toString(), "must have been added", "call add first");
    }
    return entity;
  }

  LiveLayout layout() {
    return layout;
  }

  TimeAxis axis() {
    return axis;
  }

  /** Number of step 0 of the axis, counted since 1970. */
  int epoch() {
    return epoch;
  }

  private Membership membership(SeriesId id, Map<String, String> attributes) {
    StringBuilder key = new StringBuilder();
    List<Float> codes = new ArrayList<>();
    for (PipelinePlan.Node node : pipeline.plan().nodes()) {
      float code = Float.NaN;
      if (node.feature() instanceof AttributeFeature feature) {
        String text = attributes.get(feature.attribute());
        List<String> known = levels.getOrDefault(feature.attribute(), List.of());
        int position = text == null ? -1 : known.indexOf(text);
        code = position < 0 ? Float.NaN : position;
        key.append(position).append('\n');
      }
      codes.add(code);
    }
    List<@Nullable LiveGroup> own = new ArrayList<>();
    for (LiveLayout.Part part : layout.groups()) {
      Channel channel = part.channels().get(0);
      String name = groupName(channel.group(), id, attributes);
      if (name == null) {
        own.add(null);
        key.append("-\n");
      } else {
        String groupKey = channel.text() + "\n" + name;
        own.add(groups.computeIfAbsent(groupKey, k -> new LiveGroup(part, layout.openSteps())));
        key.append('=').append(name).append('\n');
      }
    }
    return memberships.computeIfAbsent(key.toString(), k -> new Membership(codes, own));
  }

  private @Nullable String groupName(String by, SeriesId id, Map<String, String> attributes) {
    if (by.equals("all")) {
      return by;
    }
    if (by.equals("product")) {
      return id.product().value();
    }
    if (by.equals("warehouse")) {
      return id.warehouse().value();
    }
    String text = attributes.get(by);
    return text != null && levels.getOrDefault(by, List.of()).contains(text) ? text : null;
  }
}
