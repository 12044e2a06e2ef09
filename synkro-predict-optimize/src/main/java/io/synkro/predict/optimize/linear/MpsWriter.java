package io.synkro.predict.optimize.linear;

import io.synkro.predict.internal.AtomicFile;
import io.synkro.predict.internal.Require;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a model in free MPS format, which other solvers read. Numbers are written with all their
 * digits. The offset stands as a negative right-hand side of the objective; rows without any limit
 * become extra rows of type N, which readers drop. Stateless.
 */
public final class MpsWriter {
  private static final String OBJECTIVE = "OBJ";

  private MpsWriter() {}

  /**
   * Writes a file, whole or not at all.
   *
   * @param model the model
   * @param file where to; compressed if its name ends in {@code .gz}
   * @throws IOException if it cannot be written
   * @throws io.synkro.predict.InvalidInputException if two columns or two rows share a name
   */
  public static void write(LinearModel model, Path file) throws IOException {
    boolean compressed = file.toString().endsWith(".gz");
    AtomicFile.write(
        file,
        out -> {
          GZIPOutputStream zip = compressed ? new GZIPOutputStream(out, 1 << 16) : null;
          Writer writer =
              new BufferedWriter(
                  new OutputStreamWriter(zip == null ? out : zip, StandardCharsets.UTF_8));
          write(model, writer);
          writer.flush();
          if (zip != null) {
            zip.finish();
          }
        });
  }

  /**
   * Writes to a stream of characters.
   *
   * @param model the model
   * @param out where to; neither flushed nor closed
   * @throws IOException if it cannot be written
   * @throws io.synkro.predict.InvalidInputException if two columns or two rows share a name
   */
  public static void write(LinearModel model, Writer out) throws IOException {
    requireDistinctNames(model);
    new Text(model, out).write();
  }

  private static void requireDistinctNames(LinearModel model) {
    Set<String> names = new HashSet<>();
    for (int j = 0; j < model.columns(); j++) {
      String name = model.columnName(j);
      Require.that(names.add(name), "name of a column", name, "must be given once", "");
    }
    names.clear();
    names.add(OBJECTIVE);
    for (int i = 0; i < model.rows(); i++) {
      String name = model.rowName(i);
      Require.that(names.add(name), "name of a row", name, "must be given once and not be OBJ", "");
    }
  }

  /** One file in the making. */
  private static final class Text {
    private final LinearModel model;
    private final Writer out;

    Text(LinearModel model, Writer out) {
      this.model = model;
      this.out = out;
    }

    void write() throws IOException {
      line("NAME " + model.name());
      line("ROWS");
      line(" N " + OBJECTIVE);
      for (int i = 0; i < model.rows(); i++) {
        line(" " + type(i) + " " + model.rowName(i));
      }
      columns();
      rightHandSides();
      ranges();
      bounds();
      line("ENDATA");
    }

    private void line(String text) throws IOException {
      out.write(text);
      out.write('\n');
    }

    private void entry(String first, String second, double value) throws IOException {
      line(" " + first + " " + second + " " + value);
    }

    private char type(int row) {
      boolean least = model.rowLower(row) > Double.NEGATIVE_INFINITY;
      boolean most = model.rowUpper(row) < Double.POSITIVE_INFINITY;
      if (least && most) {
        return model.rowLower(row) == model.rowUpper(row) ? 'E' : 'G';
      }
      return least ? 'G' : most ? 'L' : 'N';
    }

    private void columns() throws IOException {
      SparseMatrix byColumn = model.matrix().transposed();
      line("COLUMNS");
      boolean integers = false;
      for (int j = 0; j < model.columns(); j++) {
        if (model.isInteger(j) != integers) {
          integers = !integers;
          line(" MARKER 'MARKER' " + (integers ? "'INTORG'" : "'INTEND'"));
        }
        String name = model.columnName(j);
        // columns without any coefficient have to be named as well
        if (model.cost(j) != 0 || byColumn.start(j) == byColumn.end(j)) {
          entry(name, OBJECTIVE, model.cost(j));
        }
        for (int k = byColumn.start(j); k < byColumn.end(j); k++) {
          entry(name, model.rowName(byColumn.index(k)), byColumn.value(k));
        }
      }
      if (integers) {
        line(" MARKER 'MARKER' 'INTEND'");
      }
    }

    private void rightHandSides() throws IOException {
      line("RHS");
      if (model.offset() != 0) {
        entry("RHS", OBJECTIVE, -model.offset());
      }
      for (int i = 0; i < model.rows(); i++) {
        double side = type(i) == 'L' ? model.rowUpper(i) : model.rowLower(i);
        if (side != 0 && type(i) != 'N') {
          entry("RHS", model.rowName(i), side);
        }
      }
    }

    private void ranges() throws IOException {
      boolean titled = false;
      for (int i = 0; i < model.rows(); i++) {
        double range = model.rowUpper(i) - model.rowLower(i);
        if (range > 0 && Double.isFinite(range)) {
          if (!titled) {
            line("RANGES");
            titled = true;
          }
          entry("RANGE", model.rowName(i), range);
        }
      }
    }

    private void bounds() throws IOException {
      line("BOUNDS");
      for (int j = 0; j < model.columns(); j++) {
        String name = model.columnName(j);
        double lower = model.lower(j);
        double upper = model.upper(j);
        if (lower == upper) {
          entry("FX BOUND", name, lower);
        } else if (Double.isInfinite(lower) && Double.isInfinite(upper)) {
          line(" FR BOUND " + name);
        } else {
          if (Double.isInfinite(lower)) {
            line(" MI BOUND " + name);
          } else if (lower != 0) {
            entry("LO BOUND", name, lower);
          }
          if (Double.isFinite(upper)) {
            entry("UP BOUND", name, upper);
          } else if (model.isInteger(j)) {
            line(" PL BOUND " + name); // integer columns without bounds are read as binary
          }
        }
      }
    }
  }
}
