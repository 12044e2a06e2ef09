package io.synkro.predict.tablesaw;

import io.synkro.predict.series.Covariate;
import io.synkro.predict.series.Frequency;
import io.synkro.predict.series.SeriesPanel;
import io.synkro.predict.series.StaticAttribute;
import java.time.LocalDateTime;
import java.util.function.IntUnaryOperator;
import tech.tablesaw.api.DateColumn;
import tech.tablesaw.api.DateTimeColumn;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Writes a panel as one row for each series and step. Stateless. */
final class PanelWriter {
  private PanelWriter() {}

  static Table write(SeriesPanel panel) {
    Table table = Table.create("panel");
    PanelMapping.Columns names = PanelMapping.Columns.STANDARD;
    Cells.add(table, texts(panel, names.product(), s -> panel.id(s).product().value()));
    Cells.add(table, texts(panel, names.warehouse(), s -> panel.id(s).warehouse().value()));
    Cells.add(table, dates(panel, names.date()));
    Cells.add(table, numbers(panel, names.units(), panel::length, (s, t) -> panel.value(s, t)));
    for (Covariate each : panel.covariates()) {
      IntUnaryOperator length = s -> panel.length(s) + each.futureSteps();
      Cells.add(table, numbers(panel, each.name(), length, each::value));
    }
    for (StaticAttribute each : panel.attributes()) {
      Cells.add(table, texts(panel, each.name(), each::value));
    }
    return table;
  }

  private interface SeriesText {
    String of(int series);
  }

  private interface StepValue {
    double at(int series, int t);
  }

  private static int rows(SeriesPanel panel, int series) {
    return panel.length(series) + panel.futureSteps();
  }

  private static Column<?> texts(SeriesPanel panel, String name, SeriesText text) {
    StringColumn column = StringColumn.create(name);
    for (int s = 0; s < panel.size(); s++) {
      String value = text.of(s);
      for (int t = 0; t < rows(panel, s); t++) {
        column.append(value);
      }
    }
    return column;
  }

  private static Column<?> numbers(
      SeriesPanel panel, String name, IntUnaryOperator length, StepValue value) {
    DoubleColumn column = DoubleColumn.create(name);
    for (int s = 0; s < panel.size(); s++) {
      int known = length.applyAsInt(s);
      for (int t = 0; t < rows(panel, s); t++) {
        column.append(t < known ? value.at(s, t) : Double.NaN);
      }
    }
    return column;
  }

  private static Column<?> dates(SeriesPanel panel, String name) {
    DateColumn days = DateColumn.create(name);
    DateTimeColumn hours = DateTimeColumn.create(name);
    boolean hourly = panel.axis().frequency() == Frequency.HOURLY;
    for (int s = 0; s < panel.size(); s++) {
      for (int t = 0; t < rows(panel, s); t++) {
        LocalDateTime time = panel.axis().at((long) panel.start(s) + t);
        if (hourly) {
          hours.append(time);
        } else {
          days.append(time.toLocalDate());
        }
      }
    }
    return hourly ? hours : days;
  }
}
