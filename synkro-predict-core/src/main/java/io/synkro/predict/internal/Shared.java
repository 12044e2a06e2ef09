package io.synkro.predict.internal;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Work in equal pieces, shared between the calling thread and threads of its executor. The caller
 * takes pieces too and waits only for those that another thread has begun, so it comes to an end
 * even if the executor has no thread to spare, or is the one that the caller itself runs on.
 */
public final class Shared {
  private final int pieces;
  private volatile @Nullable Supplier<Worker> workers;
  private final AtomicInteger next = new AtomicInteger();
  private final CountDownLatch unfinished;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  private Shared(int pieces, Supplier<Worker> workers) {
    this.pieces = pieces;
    this.workers = workers;
    this.unfinished = new CountDownLatch(pieces);
  }

  /** What a thread does to a piece. */
  @FunctionalInterface
  public interface Worker {
    /**
     * Does a piece.
     *
     * @param piece its number, from 0
     */
    void work(int piece);
  }

  /**
   * Does all pieces and returns when they are done.
   *
   * @param pieces how many
   * @param threads most threads, the calling one among them
   * @param executor runs the others; one that refuses leaves more to the caller
   * @param workers makes a worker for each thread
   */
  public static void run(int pieces, int threads, Executor executor, Supplier<Worker> workers) {
    Shared shared = new Shared(pieces, workers);
    for (int t = 1; t < Math.min(threads, pieces); t++) {
      try {
        executor.execute(shared::takePieces);
      } catch (RejectedExecutionException e) {
        break;
      } catch (RuntimeException | Error e) {
        shared.failure.compareAndSet(null, e); // thrown when no thread works any more
        break;
      }
    }
    shared.takePieces();
    shared.await();
  }

  private void takePieces() {
    Supplier<Worker> maker = workers;
    int piece = next.getAndIncrement();
    if (piece >= pieces || maker == null) {
      return;
    }
    Worker worker = null;
    for (; piece < pieces; piece = next.getAndIncrement()) {
      try {
        if (failure.get() == null) {
          worker = worker == null ? maker.get() : worker;
          worker.work(piece);
        }
      } catch (RuntimeException | Error e) {
        failure.compareAndSet(null, e);
      } finally {
        unfinished.countDown();
      }
    }
  }

  private void await() {
    boolean interrupted = false;
    while (true) {
      try {
        unfinished.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true; // the arrays are being written to: stay until that is over
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    workers = null; // tasks that wait in the executor must not keep the data alive
    Throwable thrown = failure.get();
    if (thrown instanceof Error error) {
      throw error;
    }
    if (thrown instanceof RuntimeException exception) {
      throw exception;
    }
  }
}
