package io.synkro.predict.features.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;

/** Writes to a file as long as it is told to; a full disk takes a part of what is written. */
final class FaultyOutput implements LogOutput {
  /** What fails from now on. */
  static final class Faults {
    volatile boolean writing;
    volatile boolean truncating;
    volatile boolean forcing;
    volatile Runnable beforeForce = () -> {};
    final AtomicInteger writes = new AtomicInteger();
    final AtomicInteger forces = new AtomicInteger();

    LogOutput open(Path file) throws IOException {
      return new FaultyOutput(LogOutput.ofFile(file), this);
    }
  }

  private final LogOutput file;
  private final Faults faults;

  private FaultyOutput(LogOutput file, Faults faults) {
    this.file = file;
    this.faults = faults;
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    faults.writes.incrementAndGet();
    if (faults.writing) {
      file.write(bytes, from, length / 2);
      throw new IOException("No space left on device");
    }
    file.write(bytes, from, length);
  }

  @Override
  public void truncate(long length) throws IOException {
    if (faults.truncating) {
      throw new IOException("Input/output error");
    }
    file.truncate(length);
  }

  @Override
  public void force() throws IOException {
    faults.forces.incrementAndGet();
    faults.beforeForce.run();
    if (faults.forcing) {
      throw new IOException("Input/output error");
    }
    file.force();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
