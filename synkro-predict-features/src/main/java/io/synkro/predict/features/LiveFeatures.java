package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.features.internal.ChannelBuffer;
import io.synkro.predict.internal.Require;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import io.synkro.predict.series.TimeAxis;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Consumer;

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

  private static final int FARTHEST = 500_000_000;

  private final FeaturePipeline pipeline;
  private final TimeAxis axis;
  private final LiveLayout layout;
  private final LiveGroups groups;
  private final ConcurrentMap<SeriesId, LiveEntity> entities = new ConcurrentHashMap<>();
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
    this.groups = new LiveGroups(pipeline.plan(), layout, levels);
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
   * @param attributes texts by the name of the attribute; one that is left out is {@link
   *     io.synkro.predict.series.SeriesPanelBuilder#UNKNOWN}, as in a panel, and one that no model
   *     knows is missing
   * @throws InvalidInputException if the series is there already
   */
  public void add(SeriesId id, Map<String, String> attributes) {
    add(id, create(id, groups.withUnknown(attributes)));
  }

  /** Creates a series without a past, which is not there before it is added. */
  LiveEntity create(SeriesId id, Map<String, String> attributes) {
    return new LiveEntity(new LiveState(layout.own()), groups.membership(id, attributes));
  }

  void add(SeriesId id, LiveEntity entity) {
    requireNew(id, entities.putIfAbsent(id, entity) == null);
  }

  static void requireNew(SeriesId id, boolean isNew) {
    Require.that(isNew, "series", id, "must be new", "append to it");
  }

  /**
   * Removes a series, so that it can be added again and begin anew. Its steps that are still open
   * are taken out of its groups; those that they have closed stay.
   *
   * @param id any series
   * @return false if it was not there
   */
  public boolean remove(SeriesId id) {
    LiveEntity entity = entities.get(id);
    if (entity == null) {
      return false;
    }
    LiveState state = entity.state();
    synchronized (state) {
      if (!entities.remove(id, entity)) {
        return false;
      }
      if (state.isEmpty()) {
        return true;
      }
      float[] nothing = new float[layout.own().channels().size()];
      Arrays.fill(nothing, Float.NaN);
      for (int step = Math.max(state.start(), state.newest() - layout.openSteps() + 1);
          step <= state.newest();
          step++) {
        replaceInGroups(entity, step, nothing);
      }
      return true;
    }
  }

  /**
   * Adds all series of a panel with their past, or none of them. A group closes steps as it goes
   * through the panel, so add all series in one panel, before anything else is reported. The past
   * of a series ends with it: plans beyond its end are not its past.
   *
   * @param panel a panel of the same axis, whose series are not added elsewhere meanwhile
   * @throws InvalidInputException if one of the series is there already, or one of its steps is
   *     closed in one of its groups; nothing was changed then
   */
  public void addAll(SeriesPanel panel) {
    pipeline.schema(panel);
    Require.that(
        panel.axis().equals(axis), "axis of the panel", panel.axis(), "must be " + axis, "");
    new PanelReplay(this, panel).run();
  }

  /**
   * Returns whether a series was added.
   *
   * @param id any series
   * @return true if it may be appended to
   */
  public boolean contains(SeriesId id) {
    return entities.containsKey(id);
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
    int at = sinceEpoch("step of series ", id, step);
    LiveState state = entity.state();
    synchronized (state) {
      if (entity(id).state() != state) {
        throw notAdded(id); // removed just now
      }
      if (!state.isOpen(at, layout.openSteps())) {
        return Outcome.TOO_LATE;
      }
      requireNear(id, entity, at);
      boolean grouped = replaceInGroups(entity, at, values);
      state.reach(at, layout.openSteps());
      for (int c = 0; c < values.length; c++) {
        state.set(c, at, known(values[c]));
      }
      return grouped ? Outcome.APPLIED : Outcome.TOO_LATE_FOR_GROUPS;
    }
  }

  /** Number of a step since 1970, far from where whole numbers end. */
  int sinceEpoch(String what, SeriesId id, int step) {
    long at = (long) step + epoch;
    if (Math.abs(at) > FARTHEST) {
      throw new InvalidInputException(
          what + id,
          Integer.toString(step),
          "must be within %d steps of 1970".formatted(FARTHEST),
          "check the date");
    }
    return (int) at;
  }

  static float known(float value) {
    return ChannelBuffer.known(value);
  }

  /** A first step that is far off would close the steps of its groups to all other series. */
  private void requireNear(SeriesId id, LiveEntity entity, int at) {
    requireNear("step", id, entity.state(), at);
    if (entity.state().isEmpty()) {
      requireNearGroups(id, entity, at);
    }
  }

  void requireNearGroups(SeriesId id, LiveEntity entity, int at) {
    for (LiveGroup group : entity.membership().groups()) {
      if (group != null) {
        synchronized (group.state()) {
          requireNear("first step", id, group.state(), at);
        }
      }
    }
  }

  private void requireNear(String what, SeriesId id, LiveState state, int at) {
    if (!state.isEmpty() && at - (long) state.newest() > LiveState.MOST_SKIPPED) {
      throw new InvalidInputException(
          what + " of series " + id,
          axis.at((long) at - epoch).toString(),
          "must be at most %d steps after the newest one, %s"
              .formatted(LiveState.MOST_SKIPPED, axis.at((long) state.newest() - epoch)),
          "check the date, or remove the series and add it again if it was silent for so long");
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
      throw notAdded(id);
    }
    return entity;
  }

  private static InvalidInputException notAdded(SeriesId id) {
    return new InvalidInputException(
        "series", id.toString(), "must have been added", "call add first");
  }

  LiveLayout layout() {
    return layout;
  }

  /**
   * Returns the steps.
   *
   * @return the axis that all series share
   */
  public TimeAxis axis() {
    return axis;
  }

  /**
   * Returns how many of the newest steps of a series may be corrected.
   *
   * @return at least 1
   */
  public int openSteps() {
    return layout.openSteps();
  }

  /**
   * Writes everything that is known of all series, for {@link #read}. Nothing may be appended
   * meanwhile, or groups and their series may not fit together.
   *
   * @param parts takes the bytes in parts of about a megabyte
   */
  public void write(Consumer<byte[]> parts) {
    try {
      new LiveSnapshot(this).write(parts);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // never: everything goes to memory
    }
  }

  /**
   * Takes over what another object has written; read all parts, in their order, before anything is
   * appended.
   *
   * @param part one of the parts
   * @throws SnapshotMismatchException if that was of another pipeline, axis, number of open steps
   *     or other attributes; the message names what differs
   */
  public void read(byte[] part) {
    try {
      new LiveSnapshot(this).read(part);
    } catch (IOException e) {
      throw new UncheckedIOException("The part ends too early.", e);
    }
  }

  Map<SeriesId, LiveEntity> entities() {
    return entities;
  }

  LiveGroups groups() {
    return groups;
  }

  /** Number of step 0 of the axis, counted since 1970. */
  int epoch() {
    return epoch;
  }
}
