package io.synkro.predict.optimize.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static final SolveOptions LONG = SolveOptions.builder().build();

  /** Cancels at one question only. */
  private static SolveMonitor cancelling(int question, AtomicInteger asked) {
    return SolveMonitor.cancelledBy(() -> asked.incrementAndGet() == question);
  }

  @Test
  void timeEndsASearch() {
    SolveOptions none = SolveOptions.builder().timeLimit(Duration.ofNanos(1)).build();
    Deadline deadline = Deadline.start(none, SolveMonitor.none());
    assertThat(deadline.limit()).isEqualTo(1e-9);
    assertThat(deadline.isOver()).isTrue();
    assertThat(deadline.isCancelled()).isFalse();
    assertThat(Deadline.start(LONG, SolveMonitor.none()).isOver()).isFalse();
  }

  @Test
  void whatIsCancelledStaysSo() {
    Deadline deadline = Deadline.start(LONG, cancelling(2, new AtomicInteger()));
    assertThat(deadline.isOver()).isFalse();
    assertThat(deadline.isOver()).isTrue();
    assertThat(deadline.isOver()).isTrue();
    assertThat(deadline.isCancelled()).isTrue();
  }

  @Test
  void othersDoNotAskTheMonitor() throws InterruptedException {
    AtomicInteger asked = new AtomicInteger();
    Deadline deadline = Deadline.start(LONG, cancelling(1, asked));
    Thread other = new Thread(deadline::isOver);
    other.start();
    other.join();
    assertThat(asked).hasValue(0);
    assertThat(deadline.isOver()).isTrue();
  }

  @Test
  void interruptsEndASearchAndStay() {
    Deadline deadline = Deadline.start(LONG, SolveMonitor.none());
    Thread.currentThread().interrupt();
    try {
      assertThat(deadline.isOver()).isTrue();
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(deadline.isCancelled()).isTrue();
  }
}
