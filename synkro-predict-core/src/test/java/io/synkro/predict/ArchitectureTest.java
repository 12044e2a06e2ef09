package io.synkro.predict;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
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

/** Keeps the packages of core in one line: each imports only those of the lines above it. */
class ArchitectureTest {
  private static final String ROOT = "io.synkro.predict";

  /** Lowest first; packages of one line do not know one another. */
  private static final List<List<String>> ORDER =
      List.of(
          List.of(""),
          List.of("series"),
          List.of("inventory", "orders", "tabular", "model"),
          List.of("quality", "trees", "evaluate", "univariate", "demand", "search"),
          List.of("forecast", "pattern"),
          List.of("stockout", "hierarchy", "spi"),
          List.of("engine"),
          List.of("registry"),
          List.of("monitoring"),
          List.of("serving"));

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesImportOnlyThoseBelowThem() {
    ArchRuleDefinition.classes().should(importOnlyLowerPackages()).check(CORE);
  }

  @Test
  void packagesFormNoCircles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CORE);
  }

  @Test
  void internalPackagesBelongToTheirConcept() {
    ArchRuleDefinition.classes().should(keepOutOfForeignInternals()).check(CORE);
  }

  @Test
  void nothingPrintsToTheConsole() {
    NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CORE);
  }

  @Test
  void coreKnowsNoEngineAndNoLoggingBackend() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..",
            ROOT + "..",
            "org.slf4j..",
            "com.fasterxml.jackson..",
            "com.github.benmanes.caffeine..",
            "org.jspecify..")
        .check(CORE);
  }

  private static ArchCondition<JavaClass> importOnlyLowerPackages() {
    return new ArchCondition<>("import only packages below their own") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        int own = rank(origin);
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (!isOurs(target) || concept(target).equals(concept(origin))) {
            continue;
          }
          boolean lower = rank(target) < own;
          events.add(new SimpleConditionEvent(origin, lower, dependency.getDescription()));
        }
      }
    };
  }

  private static ArchCondition<JavaClass> keepOutOfForeignInternals() {
    return new ArchCondition<>("keep out of the internal packages of other concepts") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          String target = dependency.getTargetClass().getPackageName();
          int internal = target.indexOf(".internal");
          if (target.startsWith(ROOT) && internal > 0) {
            String owner = target.substring(0, internal);
            boolean inside =
                origin.getPackageName().equals(owner)
                    || origin.getPackageName().startsWith(owner + ".");
            events.add(new SimpleConditionEvent(origin, inside, dependency.getDescription()));
          }
        }
      }
    };
  }

  private static boolean isOurs(JavaClass type) {
    return DescribedPredicate.describe("ours", (JavaClass c) -> c.getPackageName().startsWith(ROOT))
        .test(type);
  }

  /** The first part of the package below the root; empty for the root and its own internals. */
  private static String concept(JavaClass type) {
    String name = type.getPackageName();
    if (name.equals(ROOT) || name.startsWith(ROOT + ".internal")) {
      return "";
    }
    String rest = name.substring(ROOT.length() + 1);
    int dot = rest.indexOf('.');
    return dot < 0 ? rest : rest.substring(0, dot);
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
