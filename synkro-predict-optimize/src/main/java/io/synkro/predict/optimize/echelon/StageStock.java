package io.synkro.predict.optimize.echelon;

/**
 * What a plan gives a stage.
 *
 * @param stage name of the stage
 * @param inboundTime when the last of its inputs arrives after a demand, whole periods
 * @param serviceTime when it delivers after a demand, whole periods: its committed (outbound)
 *     service time
 * @param netLeadTime inbound plus processing less service time: the periods whose demand its stock
 *     must cover; zero if it holds no safety stock
 * @param safetyStock units, z sd √(net lead time)
 * @param baseStockLevel units on hand and on order less what is owed: mean demand over the net lead
 *     time plus safety stock
 * @param holdingCost money a period for the safety stock
 */
public record StageStock(
    String stage,
    int inboundTime,
    int serviceTime,
    int netLeadTime,
    double safetyStock,
    double baseStockLevel,
    double holdingCost) {}
