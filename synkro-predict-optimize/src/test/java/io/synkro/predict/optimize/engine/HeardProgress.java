package io.synkro.predict.optimize.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** A monitor that keeps what it hears, and ends the search when it has heard enough. */
public final class HeardProgress implements SolveMonitor {
  private final List<SolveProgress> heard = new ArrayList<>();
  private final int enough;

  /** Never ends the search. */
  public HeardProgress() {
    this(Integer.MAX_VALUE);
  }

  /**
   * Ends the search.
   *
   * @param enough after how often it has heard of it
   */
  public HeardProgress(int enough) {
    this.enough = enough;
  }

  @Override
  public void progress(SolveProgress progress) {
    heard.add(progress);
  }

  @Override
  public boolean isCancelled() {
    return heard.size() >= enough;
  }

  /**
   * Returns all of it.
   *
   * @return in the order of hearing
   */
  public List<SolveProgress> all() {
    return heard;
  }

  /**
   * Returns what was heard last.
   *
   * @return the end of the search
   */
  public SolveProgress last() {
    return heard.get(heard.size() - 1);
  }

  /** Requires that plans only got cheaper, bounds only higher and time only later. */
  public void assertOnlyBetter() {
    for (int i = 1; i < heard.size(); i++) {
      assertThat(heard.get(i).incumbent()).isLessThanOrEqualTo(heard.get(i - 1).incumbent());
      assertThat(heard.get(i).lowerBound()).isGreaterThanOrEqualTo(heard.get(i - 1).lowerBound());
      assertThat(heard.get(i).seconds()).isGreaterThanOrEqualTo(heard.get(i - 1).seconds());
    }
  }
}
