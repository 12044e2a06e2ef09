package io.synkro.predict.benchmarks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Keeps the modules in order: benchmarks and examples use the rest; features, optimize, adapters
 * and engines use core and do not know one another. This module sees them all.
 */
class ModuleOrderTest {
  private static final String ROOT = "io.synkro.predict.";
  private static final String[] LEAVES = {
    ROOT + "csv..",
    ROOT + "features..",
    ROOT + "optimize..",
    ROOT + "engine.lightgbm..",
    ROOT + "engine.xgboost..",
    ROOT + "engine.pytorch.."
  };
  private static final String[] LEAVES_OF_FEATURES = {ROOT + "holidays..", ROOT + "tablesaw.."};
  private static final String HIGHS = ROOT + "optimize.highs..";
  private static final String[] PROGRAMS = {ROOT + "examples..", ROOT + "benchmarks.."};

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("io.synkro.predict");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "csv..",
        "features..",
        "optimize..",
        "engine.lightgbm..",
        "engine.xgboost..",
        "engine.pytorch.."
      })
  void leavesDoNotKnowOneAnother(String leaf) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + leaf)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(LEAVES).and(resideInAnyPackage(ROOT + leaf).negate()))
        .check(ALL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"holidays..", "tablesaw.."})
  void leavesOfFeaturesKnowFeaturesAlone(String leaf) {
    noClasses()
        .that()
        .resideInAPackage(ROOT + leaf)
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(LEAVES).and(resideInAnyPackage(ROOT + "features..").negate()))
        .check(ALL);
    noClasses()
        .that(resideInAnyPackage(LEAVES))
        .should()
        .dependOnClassesThat(resideInAnyPackage(LEAVES_OF_FEATURES))
        .check(ALL);
  }

  @Test
  void optimizeDoesNotKnowItsNativeEngine() {
    noClasses()
        .that(resideInAnyPackage(ROOT + "optimize..").and(resideInAPackage(HIGHS).negate()))
        .should()
        .dependOnClassesThat(resideInAPackage(HIGHS))
        .check(ALL);
  }

  @Test
  void theLibraryDoesNotKnowItsPrograms() {
    noClasses()
        .that(resideInAnyPackage(PROGRAMS).negate())
        .should()
        .dependOnClassesThat(resideInAnyPackage(PROGRAMS))
        .check(ALL);
  }

  @Test
  void examplesDoNotKnowBenchmarks() {
    noClasses()
        .that(resideInAPackage(ROOT + "examples.."))
        .should()
        .dependOnClassesThat(resideInAPackage(ROOT + "benchmarks.."))
        .check(ALL);
  }

  @Test
  void theLibraryPrintsNothing() {
    noClasses()
        .that(resideInAnyPackage(PROGRAMS).negate())
        .should(ACCESS_STANDARD_STREAMS)
        .check(ALL);
  }
}
