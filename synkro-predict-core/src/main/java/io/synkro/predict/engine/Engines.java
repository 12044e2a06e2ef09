package io.synkro.predict.engine;

import io.synkro.predict.pattern.SequenceLearner;
import io.synkro.predict.spi.LearnerProvider;
import io.synkro.predict.spi.SequenceLearnerProvider;
import io.synkro.predict.tabular.Learner;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds engines by name, whatever their order on the class path. Looking an engine up loads no
 * native code. Stateless: every call asks the class loader again.
 */
public final class Engines {
  private static final Map<String, String> ARTIFACTS =
      Map.of(
          "lightgbm", "synkro-predict-engine-lightgbm",
          "xgboost", "synkro-predict-engine-xgboost",
          "pytorch", "synkro-predict-engine-pytorch");

  /** The loader goes on after an error as well as it can; this bounds how often. */
  private static final int MOST_BROKEN = 100;

  private Engines() {}

  /**
   * Finds a tabular engine that the class loader of this library sees.
   *
   * @param name stable name, such as {@code "lightgbm"} or {@code "xgboost"}
   * @return the engine
   * @throws EngineNotFoundException if there is none; the message names the artifact to add
   */
  public static Learner learner(String name) {
    return learner(name, Engines.class.getClassLoader());
  }

  /**
   * Finds a tabular engine.
   *
   * @param name stable name, such as {@code "lightgbm"} or {@code "xgboost"}
   * @param loader class loader that sees the engine
   * @return the engine
   * @throws EngineNotFoundException if there is none; the message names the artifact to add
   */
  public static Learner learner(String name, ClassLoader loader) {
    return find(name, LearnerProvider.class, loader, LearnerProvider::name).create();
  }

  /**
   * Finds a sequence engine that the class loader of this library sees.
   *
   * @param name stable name, such as {@code "pytorch"}
   * @return the engine
   * @throws EngineNotFoundException if there is none; the message names the artifact to add
   */
  public static SequenceLearner sequenceLearner(String name) {
    return sequenceLearner(name, Engines.class.getClassLoader());
  }

  /**
   * Finds a sequence engine.
   *
   * @param name stable name, such as {@code "pytorch"}
   * @param loader class loader that sees the engine
   * @return the engine
   * @throws EngineNotFoundException if there is none; the message names the artifact to add
   */
  public static SequenceLearner sequenceLearner(String name, ClassLoader loader) {
    return find(name, SequenceLearnerProvider.class, loader, SequenceLearnerProvider::name)
        .create();
  }

  private static <P> P find(
      String name, Class<P> type, ClassLoader loader, Function<P, String> nameOf) {
    List<String> broken = new ArrayList<>();
    List<P> providers = load(ServiceLoader.load(type, loader).iterator(), broken);
    List<P> named = providers.stream().filter(p -> nameOf.apply(p).equals(name)).toList();
    if (named.size() > 1) {
      throw new EngineNotFoundException(
          name,
          named.stream().map(p -> p.getClass().getName()).toList(),
          "remove all but one of the engines that call themselves \"" + name + "\"");
    }
    if (named.isEmpty()) {
      String artifact = ARTIFACTS.get(name);
      throw new EngineNotFoundException(
          name, providers.stream().map(nameOf).sorted().toList(), remedy(artifact, broken));
    }
    return named.get(0);
  }

  private static String remedy(@Nullable String artifact, List<String> broken) {
    if (!broken.isEmpty()) {
      return "mend or remove the engine that could not be created: " + broken.get(0);
    }
    return artifact == null
        ? "check the spelling"
        : "add the dependency io.synkro:%s".formatted(artifact);
  }

  /** One engine that cannot be created does not hide the others. */
  private static <P> List<P> load(Iterator<P> found, List<String> broken) {
    List<P> providers = new ArrayList<>();
    while (broken.size() < MOST_BROKEN) {
      try {
        if (!found.hasNext()) {
          break;
        }
        providers.add(found.next());
      } catch (ServiceConfigurationError e) {
        broken.add(String.valueOf(e.getMessage()));
      }
    }
    return providers;
  }
}
