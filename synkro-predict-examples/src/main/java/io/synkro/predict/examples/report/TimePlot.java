package io.synkro.predict.examples.report;

import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

/** The frame that charts over time share: axes, lines, bands, shades and marks. */
final class TimePlot {
  static final double TOP = 40;
  private static final double BOTTOM = 40;
  private static final double RIGHT = 22;
  private static final double LABEL_HEIGHT = 13;

  private final Svg svg;
  private final ChartTimes times;
  private final NiceTicks ticks;
  private final double left;
  private final double right;
  private final double bottom;

  TimePlot(Svg svg, Svg.Size size, ChartTimes times, NiceTicks ticks) {
    this.svg = svg;
    this.times = times;
    this.ticks = ticks;
    double widest =
        ticks.values().stream().mapToDouble(v -> Svg.widthOf(ticks.label(v))).max().orElse(0);
    left = Math.max(30, widest + 12);
    right = size.width() - RIGHT;
    bottom = size.height() - BOTTOM;
  }

  static int tickLimit(Svg.Size size) {
    return (int) Math.max(3, (size.height() - TOP - BOTTOM) / 32);
  }

  double x(int index) {
    return x(times.values().get(index));
  }

  private double x(LocalDateTime time) {
    double span = seconds(times.last()) - seconds(times.first());
    if (span <= 0) {
      return (left + right) / 2;
    }
    return left + (right - left) * (seconds(time) - seconds(times.first())) / span;
  }

  private static double seconds(LocalDateTime time) {
    return time.toEpochSecond(ZoneOffset.UTC);
  }

  double y(double value) {
    return bottom - (bottom - TOP) * (value - ticks.low()) / (ticks.high() - ticks.low());
  }

  double left() {
    return left;
  }

  double right() {
    return right;
  }

  double bottom() {
    return bottom;
  }

  void axes(String unit) {
    for (double tick : ticks.values()) {
      double y = y(tick);
      String css = tick == 0 ? "zero" : "grid";
      svg.line(css, new Svg.Point(left, y), new Svg.Point(right, y));
      svg.label("tick end", new Svg.Point(left - 8, y + 4), ticks.label(tick));
    }
    svg.label("unit", new Svg.Point(0, 12), unit);
    int atMost = (int) Math.max(2, (right - left) / 68);
    for (DateTicks.Tick tick : DateTicks.of(times.first(), times.last(), atMost, times.clock())) {
      double x = x(tick.time());
      svg.line("mark", new Svg.Point(x, bottom), new Svg.Point(x, bottom + 5));
      svg.label("tick middle", new Svg.Point(x, bottom + 18), tick.label());
      if (!tick.secondLine().isEmpty()) {
        svg.label("tick middle strong", new Svg.Point(x, bottom + 33), tick.secondLine());
      }
    }
  }

  /** A line through the values from a point on, broken where they are NaN. */
  void line(String cssClass, double[] values, int from, int atMost) {
    StringBuilder path = new StringBuilder();
    boolean drawing = false;
    int[] kept = Thinning.keep(values, atMost);
    for (int k = 0; k < kept.length; k++) {
      double value = values[kept[k]];
      if (Double.isNaN(value)) {
        drawing = false;
        continue;
      }
      Svg.Point point = new Svg.Point(x(from + kept[k]), y(value));
      boolean alone = !drawing && (k + 1 == kept.length || Double.isNaN(values[kept[k + 1]]));
      if (alone) {
        svg.circle(cssClass + " dot", point, 2);
      } else {
        append(path, drawing ? 'L' : 'M', point);
      }
      drawing = true;
    }
    svg.path(cssClass, path);
  }

  /** The area between two lines, in pieces where either is NaN. */
  void band(String cssClass, double[] lower, double[] upper, int from) {
    StringBuilder path = new StringBuilder();
    int start = 0;
    for (int i = 0; i <= lower.length; i++) {
      if (i == lower.length || Double.isNaN(lower[i]) || Double.isNaN(upper[i])) {
        for (int k = start; k < i; k++) {
          append(path, k == start ? 'M' : 'L', new Svg.Point(x(from + k), y(upper[k])));
        }
        for (int k = i - 1; k >= start; k--) {
          append(path, 'L', new Svg.Point(x(from + k), y(lower[k])));
        }
        path.append(i > start ? "Z" : "");
        start = i + 1;
      }
    }
    svg.path(cssClass, path);
  }

  /** Rectangles over the runs of marked points, from {@code top} to the axis. */
  void runs(String cssClass, boolean[] flags, double top) {
    int start = -1;
    for (int i = 0; i <= flags.length; i++) {
      boolean on = i < flags.length && flags[i];
      if (on && start < 0) {
        start = i;
      } else if (!on && start >= 0) {
        double from = between(start - 1, start);
        double width = Math.max(2, between(i - 1, i) - from);
        svg.rect(cssClass, new Svg.Point(from, top), new Svg.Size(width, bottom - top));
        start = -1;
      }
    }
  }

  /** The middle between two neighbouring points, or the edge of the plot. */
  double between(int before, int after) {
    if (before < 0) {
      return left;
    }
    return after >= times.size() ? right : (x(before) + x(after)) / 2;
  }

  /**
   * Horizontal lines with names. A name stands at the end where the given line is farther away, and
   * below its own line where it would meet another name.
   */
  void levels(List<StockTrajectoryChart.Level> levels, double[] avoid) {
    for (StockTrajectoryChart.Level level : levels) {
      double y = y(level.value());
      svg.line("level", new Svg.Point(left, y), new Svg.Point(right, y));
      boolean crowded =
          levels.stream()
              .anyMatch(
                  other ->
                      other.value() > level.value() && y - y(other.value()) < LABEL_HEIGHT + 2);
      String words = level.name() + " " + NumberText.brief(level.value());
      boolean atLeft =
          distance(y, avoid, 0) > distance(y, avoid, avoid.length - avoid.length / 4 - 1);
      double height = crowded ? y + LABEL_HEIGHT : y - 5;
      svg.label(
          atLeft ? "note" : "note end",
          new Svg.Point(atLeft ? left + 4 : right - 2, height),
          words);
    }
  }

  /** How near a quarter of the line, starting at a point, comes to a height. */
  private double distance(double y, double[] line, int from) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = from; i <= from + line.length / 4; i++) {
      nearest = Double.isNaN(line[i]) ? nearest : Math.min(nearest, Math.abs(y - y(line[i])));
    }
    return nearest;
  }

  private static void append(StringBuilder path, char command, Svg.Point point) {
    path.append(command).append(Svg.coordinate(point.x())).append(' ');
    path.append(Svg.coordinate(point.y()));
  }
}
