package io.synkro.predict.features;

import io.synkro.predict.InvalidInputException;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives live features the past that a panel holds, as if it had been reported step by step. */
final class PanelReplay {
  private final LiveFeatures live;
  private final LiveLayout layout;
  private final SeriesPanel panel;
  private final List<PanelValues> sources;
  private final List<LiveEntity> entities = new ArrayList<>();

  PanelReplay(LiveFeatures live, SeriesPanel panel) {
    this.live = live;
    this.layout = live.layout();
    this.panel = panel;
    this.sources = layout.own().channels().stream().map(c -> new PanelValues(panel, c)).toList();
  }

  /** Series by series, which is kind to caches; then the groups step by step, since they close. */
  void run() {
    for (int s = 0; s < panel.size(); s++) {
      LiveFeatures.requireNew(panel.id(s), !live.contains(panel.id(s)));
    }
    for (int s = 0; s < panel.size(); s++) {
      entities.add(live.create(panel.id(s), attributes(s)));
      requireOpenGroups(s);
    }
    for (int s = 0; s < panel.size(); s++) {
      LiveState state = entities.get(s).state();
      synchronized (state) {
        replay(s, state);
      }
    }
    for (int g = 0; g < layout.groups().size(); g++) {
      replayGroups(g);
    }
    for (int s = 0; s < panel.size(); s++) {
      live.add(panel.id(s), entities.get(s));
    }
  }

  /** Refuses what a group would not take in, since that would be lost without a word. */
  private void requireOpenGroups(int series) {
    int first = live.sinceEpoch("first step of series ", panel.id(series), panel.start(series));
    live.requireNearGroups(panel.id(series), entities.get(series), first);
    for (LiveGroup group : entities.get(series).membership().groups()) {
      if (group != null && !group.isOpen(first)) {
        throw new InvalidInputException(
            "first step of series " + panel.id(series),
            live.axis().at(panel.start(series)).toString(),
            "must be open in all of its groups, which other series have moved on",
            "add all series in one panel, before anything is reported");
      }
    }
  }

  private void replay(int series, LiveState state) {
    float[][] values = new float[sources.size()][];
    for (int c = 0; c < values.length; c++) {
      values[c] = values(c, series);
    }
    int first = panel.start(series) + live.epoch();
    for (int t = 0; t < panel.length(series); t++) {
      state.reach(first + t, layout.openSteps());
      for (int c = 0; c < values.length; c++) {
        state.set(c, first + t, LiveFeatures.known(values[c][t]));
      }
    }
  }

  private float[] values(int channel, int series) {
    float[] values = new float[sources.get(channel).length(series)];
    sources.get(channel).copy(series, values, 0);
    return values;
  }

  private void replayGroups(int position) {
    @Nullable LiveGroup[] groups = new @Nullable LiveGroup[panel.size()];
    float[][] values = new float[panel.size()][];
    int first = Integer.MAX_VALUE;
    for (int s = 0; s < values.length; s++) {
      values[s] = values(layout.memberChannel(position), s);
      groups[s] = entities.get(s).membership().groups().get(position);
      first = Math.min(first, panel.start(s));
    }
    for (int step = first; step < panel.end(); step++) {
      for (int s = 0; s < values.length; s++) {
        LiveGroup group = groups[s];
        if (group != null && step >= panel.start(s) && step < panel.end(s)) {
          float value = LiveFeatures.known(values[s][step - panel.start(s)]);
          group.replace(step + live.epoch(), Float.NaN, value);
        }
      }
    }
  }

  private Map<String, String> attributes(int series) {
    Map<String, String> texts = new HashMap<>();
    for (StaticAttribute attribute : panel.attributes()) {
      int code = attribute.code(series);
      if (code != StaticAttribute.NO_LEVEL) {
        texts.put(attribute.name(), attribute.levels().get(code));
      }
    }
    return texts;
  }
}
