package io.synkro.predict.features.stream;

/**
 * Takes events whose steps are closed, such as to write them to the offline store, where their time
 * of knowledge keeps them out of what was known before.
 */
@FunctionalInterface
public interface LateEvents {
  /**
   * Takes an event, on the thread that handled it. If this throws, so does the handling, and the
   * event is to be delivered again.
   *
   * @param event an event that changed nothing
   */
  void accept(DemandEvent event);
}
