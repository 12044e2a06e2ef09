package io.synkro.predict.univariate.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synkro.predict.univariate.EtsModel;
import io.synkro.predict.univariate.EtsModel.SeasonType;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EtsObjectiveTest {
  private static final double[] VALUES = {
    1.2, 0.8, 0.5, 1.4, 1.3, 0.9, 0.4, 1.6, 1.5, 0.9, 0.6, 1.7, 1.9, 1.1, 0.5, 1.8
  };

  static List<EtsModel> models() {
    return EtsModel.all();
  }

  @ParameterizedTest
  @MethodSource("models")
  @DisplayName("has the gradient of its own differences")
  void hasTheGradientOfItsDifferences(EtsModel model) {
    EtsCoordinates coordinates = new EtsCoordinates(model, 4);
    EtsObjective objective = new EtsObjective(model, coordinates, VALUES);
    double[] smoothing = {0.3, 0.2, 0.15, 0.9};
    double[] point = coordinates.point(smoothing, EtsStart.state(model, VALUES, 4));
    int size = coordinates.size();
    double[] gradient = new double[size];
    objective.linearise(point, new double[size][size], gradient);
    for (int i = 0; i < size; i++) {
      double at = point[i];
      point[i] = at + 1e-6;
      double above = objective.squares(point);
      point[i] = at - 1e-6;
      double below = objective.squares(point);
      point[i] = at;
      // half of the derivative of the squares
      assertThat(gradient[i]).isCloseTo((above - below) / 4e-6, within(1e-7));
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  @DisplayName("has the curvature of residuals that are linear in the state")
  void hasTheCurvatureOfLinearStates(EtsModel model) {
    if (model.error() == EtsModel.ErrorType.ADDITIVE
        && model.season() != SeasonType.MULTIPLICATIVE) {
      EtsCoordinates coordinates = new EtsCoordinates(model, 4);
      EtsObjective objective = new EtsObjective(model, coordinates, VALUES);
      double[] smoothing = {0.3, 0.2, 0.15, 0.9};
      double[] point = coordinates.point(smoothing, EtsStart.state(model, VALUES, 4));
      int size = coordinates.size();
      double[][] normal = new double[size][size];
      objective.linearise(point, normal, new double[size]);
      for (int i = coordinates.level(); i < size; i++) {
        double at = point[i];
        double middle = objective.squares(point);
        point[i] = at + 1;
        double above = objective.squares(point);
        point[i] = at - 1;
        double below = objective.squares(point);
        point[i] = at;
        assertThat(normal[i][i]).isCloseTo((above - 2 * middle + below) / 2, within(1e-9));
      }
    }
  }
}
