package io.synkro.predict.optimize;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Keeps the packages of optimize in one line: each imports only those of the lines above it. */
class ArchitectureTest {
  private static final String ROOT = "io.synkro.predict.optimize";

  /** Lowest first; packages of one line do not know one another. */
  private static final List<List<String>> ORDER =
      List.of(
          List.of(".internal", ".linear"),
          List.of(".distribution", ".linear.ojalgo"),
          List.of(".newsvendor", ".lotsize", ".problem"),
          List.of(".policy", ".supply", ".engine"),
          List.of(".simulate", ".decomposition"),
          List.of(".safety", ".formulation", ".conflict", ".production"),
          List.of(".planning"),
          List.of(".echelon", ""),
          List.of(".scenario"));

  private static final JavaClasses OPTIMIZE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void packagesImportOnlyThoseBelowThem() {
    classes().should(importOnlyLowerPackages()).check(OPTIMIZE);
  }

  @Test
  void packagesFormNoCircles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(OPTIMIZE);
  }

  @Test
  void everyPackageOfTheOrderExists() {
    Set<String> present =
        OPTIMIZE.stream().map(ArchitectureTest::concept).collect(Collectors.toSet());
    assertThat(ORDER).allSatisfy(line -> assertThat(present).containsAll(line));
  }

  @Test
  void noStateIsShared() {
    fields().that().areStatic().should().beFinal().check(OPTIMIZE);
    classes().should(keepOnlyConstants()).check(OPTIMIZE);
  }

  @Test
  void nothingButCoreIsNeeded() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "io.synkro.predict..", "org.jspecify..", "org.ojalgo..")
        .check(OPTIMIZE);
  }

  private static ArchCondition<JavaClass> importOnlyLowerPackages() {
    return new ArchCondition<>("import only packages below their own") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
          JavaClass target = dependency.getTargetClass();
          if (isOurs(target) && !concept(target).equals(concept(origin))) {
            boolean lower = rank(target) < rank(origin);
            events.add(new SimpleConditionEvent(origin, lower, dependency.getDescription()));
          }
        }
      }
    };
  }

  /** Static fields hold what cannot change; arrays can, so theirs are private tables of numbers. */
  private static ArchCondition<JavaClass> keepOnlyConstants() {
    return new ArchCondition<>("keep only constants in static fields") {
      @Override
      public void check(JavaClass origin, ConditionEvents events) {
        origin.getFields().stream()
            .filter(field -> field.getModifiers().toString().contains("STATIC"))
            .forEach(
                field -> {
                  JavaClass type = field.getRawType();
                  boolean constant =
                      type.isPrimitive()
                          || type.isArray()
                          || type.isRecord()
                          || type.isEnum()
                          || type.isEquivalentTo(String.class)
                          || type.isEquivalentTo(Comparator.class);
                  events.add(new SimpleConditionEvent(origin, constant, field.getFullName()));
                });
      }
    };
  }

  private static boolean isOurs(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(ROOT) || name.startsWith(ROOT + ".");
  }

  private static String concept(JavaClass type) {
    return type.getPackageName().substring(ROOT.length());
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
