package io.synkro.predict.features.log;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** The end of a file, for appending; the tests have one that fails. */
interface LogOutput extends AutoCloseable {
  /** Appends bytes, some of them perhaps even if it fails. */
  void write(byte[] bytes, int from, int length) throws IOException;

  /** Cuts the file and goes on at its new end. */
  void truncate(long length) throws IOException;

  /** Waits until everything is on the disk. */
  void force() throws IOException;

  @Override
  void close() throws IOException;

  /** Opens outputs. */
  @FunctionalInterface
  interface Opener {
    LogOutput open(Path file) throws IOException;
  }

  /**
   * Opens a file, which is created if it does not exist. Not by a channel: that would be closed for
   * all threads as soon as one is interrupted while it writes.
   */
  static LogOutput ofFile(Path path) throws IOException {
    RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
    return new LogOutput() {
      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        file.write(bytes, from, length);
      }

      @Override
      public void truncate(long length) throws IOException {
        file.setLength(length);
        file.seek(length);
      }

      @Override
      public void force() throws IOException {
        file.getFD().sync();
      }

      @Override
      public void close() throws IOException {
        file.close();
      }
    };
  }
}
