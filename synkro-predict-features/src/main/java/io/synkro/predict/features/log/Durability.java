package io.synkro.predict.features.log;

/** What an acknowledged record survives. */
public enum Durability {
  /**
   * The end of the process, however sudden: the record has been handed to the operating system. A
   * power loss may take the newest records, and may leave a log that cannot be opened.
   */
  PROCESS_CRASH,
  /**
   * A power loss, too: the record has been forced to the disk. Records that are appended by several
   * threads at once share one wait for it.
   */
  POWER_LOSS
}
