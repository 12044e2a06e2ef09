package io.synkro.predict.features.parity;

import io.synkro.predict.features.FeaturePipeline;
import io.synkro.predict.features.PipelineDefinition;
import io.synkro.predict.internal.Require;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors in a folder, one file for each version of the features, up to a size; what comes then is
 * dropped and counted, and so is what cannot be written, since serving goes first. A vector that
 * was cut off by the end of a process is left out when the file is read. Safe for use by many
 * threads; one object at a time can have a file open.
 */
public final class ServedVectorFile implements ServedVectorSink, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ServedVectorFile.class);
  private static final String ENDING = ".vectors";

  private final Path file;
  private final FileChannel channel;
  private final PipelineDefinition pipeline;
  private final long mostBytes;
  private final ReentrantLock lock = new ReentrantLock();
  private long size;
  private long dropped;

  private ServedVectorFile(
      Path file, FileChannel channel, PipelineDefinition pipeline, long mostBytes)
      throws IOException {
    this.file = file;
    this.channel = channel;
    this.pipeline = pipeline;
    this.mostBytes = mostBytes;
    size = VectorRecords.lengthOfWhole(file);
    if (size == 0) {
      ByteBuffer head = VectorRecords.head(pipeline);
      size = head.remaining();
      channel.truncate(0);
      write(head, 0);
    } else {
      channel.truncate(size);
    }
  }

  /**
   * Opens the file of a pipeline; vectors that are in it already stay.
   *
   * @param folder where the files are, made if it is not there
   * @param pipeline the features that are served
   * @param mostBytes most bytes of the file, such as 100,000,000
   * @return the file
   * @throws IOException if it cannot be written, or is open already
   */
  public static ServedVectorFile open(Path folder, FeaturePipeline pipeline, long mostBytes)
      throws IOException {
    Require.that(mostBytes >= 0, "mostBytes", mostBytes, "must be zero or more", "");
    Files.createDirectories(folder);
    PipelineDefinition definition = pipeline.definition();
    Path file = folder.resolve(definition.version() + ENDING);
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean opened = false;
    try {
      if (!isFree(channel)) {
        throw new IOException(
            "%s is open already. Maybe share one ServedVectorFile.".formatted(file));
      }
      ServedVectorFile served = new ServedVectorFile(file, channel, definition, mostBytes);
      opened = true;
      return served;
    } finally {
      if (!opened) {
        channel.close();
      }
    }
  }

  private static boolean isFree(FileChannel channel) throws IOException {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void accept(ServedVector vector) {
    Require.that(
        vector.pipeline().version().equals(pipeline.version()),
        "version of the vector",
        vector.pipeline().version(),
        "must be that of the file, " + pipeline.version(),
        "open a file for each pipeline");
    ByteBuffer record = VectorRecords.record(vector);
    lock.lock();
    try {
      if (size + record.remaining() > mostBytes || !channel.isOpen()) {
        dropped++;
        return;
      }
      int length = record.remaining();
      write(record, size);
      size += length;
    } catch (IOException e) {
      if (dropped++ == 0) {
        LOG.warn("Served vectors cannot be written to {} and are dropped.", file, e);
      }
    } finally {
      lock.unlock();
    }
  }

  /** What a failed write has left is overwritten by the next one. */
  private void write(ByteBuffer bytes, long at) throws IOException {
    long next = at;
    while (bytes.hasRemaining()) {
      next += channel.write(bytes, next);
    }
  }

  /**
   * Returns how many vectors were not written, since the file is full or cannot be written.
   *
   * @return zero or more, since the file was opened
   */
  public long dropped() {
    lock.lock();
    try {
      return dropped;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Reads the vectors of all versions that a folder holds; files may be open meanwhile.
   *
   * @param folder where the files are
   * @return version after version, each in the order of serving
   * @throws IOException if a file cannot be read
   */
  public static List<ServedVector> read(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> list = Files.list(folder)) {
      files = list.filter(f -> f.toString().endsWith(ENDING)).sorted().toList();
    }
    List<ServedVector> vectors = new ArrayList<>();
    for (Path file : files) {
      VectorRecords.read(file, vectors::add);
    }
    return vectors;
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      channel.close();
    } finally {
      lock.unlock();
    }
  }
}
