package io.synkro.predict.features;

import io.synkro.predict.features.LiveLayout.Part;
import io.synkro.predict.series.SeriesId;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives live features the past that a panel holds, step by step, as it was reported. */
final class PanelReplay {
  private final LiveFeatures live;
  private final SeriesPanel panel;
  private final List<PanelValues> sources;

  PanelReplay(LiveFeatures live, SeriesPanel panel) {
    this.live = live;
    this.panel = panel;
    Part own = live.layout().own();
    this.sources = own.channels().stream().map(c -> new PanelValues(panel, c)).toList();
  }

  /** Step by step and not series by series, since groups close steps. */
  void run() {
    float[][][] values = new float[panel.size()][][];
    int first = Integer.MAX_VALUE;
    for (int s = 0; s < panel.size(); s++) {
      live.add(panel.id(s), attributes(s));
      values[s] = new float[sources.size()][];
      for (int c = 0; c < sources.size(); c++) {
        values[s][c] = new float[sources.get(c).length(s)];
        sources.get(c).copy(s, values[s][c], 0);
      }
      first = Math.min(first, panel.start(s));
    }
    float[] step = new float[sources.size()];
    for (int t = first; t < panel.end(); t++) {
      for (int s = 0; s < panel.size(); s++) {
        if (t >= panel.start(s) && t < panel.end(s)) {
          for (int c = 0; c < step.length; c++) {
            step[c] = values[s][c][t - panel.start(s)];
          }
          SeriesId id = panel.id(s);
          live.append(id, t, step);
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
