package io.synkro.predict.features;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Keeps the packages of features in one line: each imports only those of the lines above it. */
class ArchitectureTest {
  private static final String ROOT = "io.synkro.predict.features";

  /** Lowest first; packages of one line do not know one another. */
  private static final List<List<String>> ORDER =
      List.of(
          List.of(".internal", ".calendar", ".targets", ".view", ".log"),
          List.of(""),
          List.of(".validation", ".offline", ".online", ".parity"),
          List.of(".store", ".stream"));

  private static final JavaClasses FEATURES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesImportOnlyThoseBelowThem() {
    ArchRuleDefinition.classes().should(importOnlyLowerPackages()).check(FEATURES);
  }

  private static ArchCondition<JavaClass> importOnlyLowerPackages() {
    return new ArchCondition<>("import only packages below their own") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (target.getPackageName().startsWith(ROOT)
              && !concept(target).equals(concept(origin))) {
            boolean lower = rank(target) < rank(origin);
            events.add(new SimpleConditionEvent(origin, lower, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** The package below the root; what is internal to a concept belongs to it. */
  private static String concept(JavaClass type) {
    String rest = type.getPackageName().substring(ROOT.length());
    return rest.equals(".internal") ? rest : rest.replace(".internal", "");
  }

  private static int rank(JavaClass type) {
    for (int rank = 0; rank < ORDER.size(); rank++) {
      if (ORDER.get(rank).contains(concept(type))) {
        return rank;
      }
    }
    throw new AssertionError(
        "Package %s has no place in the order; give it one.".formatted(type.getPackageName()));
  }
}
