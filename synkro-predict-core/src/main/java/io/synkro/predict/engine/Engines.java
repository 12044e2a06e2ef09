package io.synkro.predict.engine;

import io.synkro.predict.pattern.SequenceLearner;
import io.synkro.predict.spi.LearnerProvider;
import io.synkro.predict.spi.SequenceLearnerProvider;
import io.synkro.predict.tabular.Learner;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.function.Function;

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
    List<P> providers =
        ServiceLoader.load(type, loader).stream().map(ServiceLoader.Provider::get).toList();
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
          name,
          providers.stream().map(nameOf).sorted().toList(),
          artifact == null
              ? "check the spelling"
              : "add the dependency io.synkro:%s".formatted(artifact));
    }
    return named.get(0);
  }
}
