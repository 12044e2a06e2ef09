package io.synkro.predict.tabular;

import java.util.OptionalDouble;

/**
 * How far a training is.
 *
 * @param round rounds that are done, counted from where this training began
 * @param rounds rounds that there will be at most
 * @param validationLoss mean loss of the validation data after this round, in the engine's own
 *     measure of the objective: the lower the better; empty without validation data
 * @param bestRound rounds after which that loss was lowest so far; {@code round} without validation
 *     data
 */
public record TrainingProgress(
    int round, int rounds, OptionalDouble validationLoss, int bestRound) {}
