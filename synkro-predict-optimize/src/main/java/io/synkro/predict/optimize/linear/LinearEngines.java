package io.synkro.predict.optimize.linear;

import io.synkro.predict.InvalidInputException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

/** Finds engines by id, whatever their order on the class path. Stateless. */
public final class LinearEngines {
  private LinearEngines() {}

  /**
   * Finds an engine that the class loader of this library sees. Loads no native code.
   *
   * @param id such as {@code "ojalgo"} or {@code "highs"}
   * @return the engine
   * @throws InvalidInputException if there is none, or more than one
   */
  public static LinearEngine engine(String id) {
    return engine(id, LinearEngines.class.getClassLoader());
  }

  /**
   * Finds an engine.
   *
   * @param id such as {@code "ojalgo"} or {@code "highs"}
   * @param loader class loader that sees the engine
   * @return the engine
   * @throws InvalidInputException if there is none, or more than one; the message names the
   *     artifact to add
   */
  public static LinearEngine engine(String id, ClassLoader loader) {
    List<LinearEngine> named = new ArrayList<>();
    List<String> found = new ArrayList<>();
    for (LinearEngine engine : ServiceLoader.load(LinearEngine.class, loader)) {
      found.add(engine.id());
      if (engine.id().equals(id)) {
        named.add(engine);
      }
    }
    if (named.size() != 1) {
      throw new InvalidInputException(
          "engine", id, "must be on the class path once (found: %s)".formatted(found), remedy(id));
    }
    return named.get(0);
  }

  private static String remedy(String id) {
    return switch (id) {
      case "highs" -> "add the dependency io.synkro:synkro-predict-engine-highs";
      case "ojalgo" -> "add the dependency io.synkro:synkro-predict-optimize";
      default -> "check the spelling";
    };
  }
}
