package io.synkro.predict.engine.reference;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Settings that between them use every objective, booster and kind of split of both engines. Each
 * line of a table is a name, the features, the labels, and what differs from the base, in the words
 * of the engine but for {@code rounds}. Stateless.
 */
public final class ModelZoo {
  private static final String LIGHTGBM_BASE =
      "rounds=40 learning_rate=0.15 num_leaves=31 min_data_in_leaf=3 min_data_per_group=5 cat_smooth=1";

  private static final String LIGHTGBM =
      """
      regression             PLAIN   NUMBER    objective=regression
      regression-sqrt        PLAIN   NUMBER    objective=regression reg_sqrt=true
      regression-l1          PLAIN   NUMBER    objective=regression_l1
      huber                  PLAIN   NUMBER    objective=huber alpha=0.8
      fair                   PLAIN   NUMBER    objective=fair fair_c=1.5
      mape                   PLAIN   POSITIVE  objective=mape
      quantile               ZEROS   NUMBER    objective=quantile alpha=0.9
      poisson                PLAIN   COUNT     objective=poisson
      tweedie                PLAIN   COUNT     objective=tweedie tweedie_variance_power=1.3
      gamma                  PLAIN   POSITIVE  objective=gamma
      binary                 PLAIN   BINARY    objective=binary
      binary-sigmoid         PLAIN   BINARY    objective=binary sigmoid=0.7
      multiclass             PLAIN   CLASS     objective=multiclass num_class=4
      multiclassova          PLAIN   CLASS     objective=multiclassova num_class=4 sigmoid=0.7
      cross-entropy          PLAIN   FRACTION  objective=cross_entropy
      cross-entropy-lambda   PLAIN   FRACTION  objective=cross_entropy_lambda
      lambdarank             PLAIN   RELEVANCE objective=lambdarank
      rank-xendcg            PLAIN   RELEVANCE objective=rank_xendcg
      dart                   PLAIN   NUMBER    objective=regression boosting=dart drop_rate=0.3
      dart-xgboost           ZEROS   COUNT     objective=poisson boosting=dart xgboost_dart_mode=true
      dart-multiclass        WIDE    CLASS     objective=multiclass num_class=4 boosting=dart skip_drop=0
      rf                     PLAIN   NUMBER    objective=regression boosting=rf bagging_freq=1 bagging_fraction=0.7
      rf-binary              WIDE    BINARY    objective=binary boosting=rf bagging_freq=1 bagging_fraction=0.7
      rf-multiclass          PLAIN   CLASS     objective=multiclass num_class=4 boosting=rf feature_fraction=0.6
      rf-poisson             PLAIN   COUNT     objective=poisson boosting=rf bagging_freq=2 bagging_fraction=0.6
      goss                   WIDE    NUMBER    objective=regression data_sample_strategy=goss
      zero-as-missing        ZEROS   NUMBER    objective=regression zero_as_missing=true
      zero-as-missing-wide   WIDE    COUNT     objective=poisson zero_as_missing=true
      no-missing             ZEROS   NUMBER    objective=regression use_missing=false
      no-missing-wide        WIDE    BINARY    objective=binary use_missing=false
      one-hot                PLAIN   NUMBER    objective=regression max_cat_to_onehot=64
      one-hot-wide           WIDE    NUMBER    objective=regression max_cat_to_onehot=1000 min_data_in_leaf=1
      large-groups           WIDE    NUMBER    objective=regression min_data_per_group=60 cat_smooth=20 cat_l2=1
      many-categories        WIDE    NUMBER    objective=regression max_cat_threshold=200 min_data_per_group=1
      leaves-2               PLAIN   NUMBER    objective=regression num_leaves=2
      leaves-5               WIDE    COUNT     objective=tweedie num_leaves=5 bagging_fraction=0.5 bagging_freq=1
      leaves-63              WIDE    NUMBER    objective=regression num_leaves=63
      leaves-64              WIDE    NUMBER    objective=regression num_leaves=64
      leaves-65              WIDE    NUMBER    objective=regression num_leaves=65
      leaves-128             WIDE    COUNT     objective=poisson num_leaves=128 rounds=10
      leaves-300             WIDE    NUMBER    objective=regression num_leaves=300 min_data_in_leaf=1 rounds=10
      leaves-1000            WIDE    NUMBER    objective=regression num_leaves=1000 min_data_in_leaf=1 rounds=10
      extra-trees            WIDE    NUMBER    objective=regression extra_trees=true
      path-smooth            WIDE    NUMBER    objective=regression path_smooth=5
      no-linear-tree         PLAIN   NUMBER    objective=regression linear_tree=false
      bins-15                WIDE    NUMBER    objective=regression max_bin=15
      bins-255               WIDE    NUMBER    objective=regression max_bin=255 min_data_in_bin=1
      monotone               PLAIN   NUMBER    objective=regression monotone_constraints=-1,1,0,0,0,0
      depth-4                NUMBERS BINARY    objective=binary max_depth=4
      single-leaf            PLAIN   NUMBER    objective=regression min_data_in_leaf=100000
      single-leaf-binary     PLAIN   BINARY    objective=binary min_data_in_leaf=100000
      single-leaf-multiclass PLAIN   CLASS     objective=multiclass num_class=4 min_data_in_leaf=100000
      single-leaf-rf         PLAIN   NUMBER    objective=regression min_data_in_leaf=100000 boosting=rf feature_fraction=0.6
      """;

  private static final String XGBOOST_BASE = "rounds=40 eta=0.2 tree_method=hist max_depth=6";

  private static final String XGBOOST =
      """
      squarederror           PLAIN   NUMBER    objective=reg:squarederror
      absoluteerror          PLAIN   NUMBER    objective=reg:absoluteerror
      pseudohubererror       PLAIN   NUMBER    objective=reg:pseudohubererror huber_slope=2 base_score=10
      squaredlogerror        PLAIN   POSITIVE  objective=reg:squaredlogerror
      quantileerror          PLAIN   NUMBER    objective=reg:quantileerror quantile_alpha=0.9
      quantileerror-three    PLAIN   NUMBER    objective=reg:quantileerror quantile_alpha=[0.1,0.5,0.9]
      expectileerror         PLAIN   NUMBER    objective=reg:expectileerror expectile_alpha=0.9
      logistic               PLAIN   FRACTION  objective=reg:logistic
      binary                 PLAIN   BINARY    objective=binary:logistic
      binary-logitraw        PLAIN   BINARY    objective=binary:logitraw
      binary-hinge           PLAIN   BINARY    objective=binary:hinge
      poisson                PLAIN   COUNT     objective=count:poisson
      gamma                  PLAIN   POSITIVE  objective=reg:gamma
      tweedie                PLAIN   COUNT     objective=reg:tweedie tweedie_variance_power=1.3
      aft                    PLAIN   INTERVAL  objective=survival:aft
      aft-extreme            WIDE    INTERVAL  objective=survival:aft aft_loss_distribution=extreme
      cox                    PLAIN   CENSORED  objective=survival:cox
      softprob               PLAIN   CLASS     objective=multi:softprob num_class=4
      softmax                WIDE    CLASS     objective=multi:softmax num_class=4
      rank-ndcg              PLAIN   RELEVANCE objective=rank:ndcg
      rank-pairwise          PLAIN   RELEVANCE objective=rank:pairwise
      dart                   PLAIN   NUMBER    objective=reg:squarederror booster=dart rate_drop=0.3
      dart-forest            WIDE    COUNT     objective=count:poisson booster=dart rate_drop=0.2 normalize_type=forest one_drop=1
      dart-softprob          PLAIN   CLASS     objective=multi:softprob num_class=4 booster=dart rate_drop=0.5 sample_type=weighted
      dart-skip              PLAIN   BINARY    objective=binary:logistic booster=dart rate_drop=0.3 skip_drop=0.5 one_drop=1
      parallel               PLAIN   NUMBER    objective=reg:squarederror num_parallel_tree=3 subsample=0.7
      parallel-softprob      PLAIN   CLASS     objective=multi:softprob num_class=4 num_parallel_tree=2 subsample=0.7
      dart-parallel          PLAIN   NUMBER    objective=reg:squarederror booster=dart rate_drop=0.3 num_parallel_tree=2
      approx                 PLAIN   NUMBER    objective=reg:squarederror tree_method=approx
      exact                  NUMBERS NUMBER    objective=reg:squarederror tree_method=exact
      depth-3                WIDE    NUMBER    objective=reg:squarederror max_depth=3
      depth-12               WIDE    COUNT     objective=count:poisson max_depth=12 rounds=10
      leaves-31              WIDE    NUMBER    objective=reg:squarederror grow_policy=lossguide max_leaves=31 max_depth=0
      leaves-300             WIDE    COUNT     objective=reg:tweedie grow_policy=lossguide max_leaves=300 max_depth=0 rounds=10
      one-hot-1              WIDE    NUMBER    objective=reg:squarederror max_cat_to_onehot=1
      one-hot-64             PLAIN   NUMBER    objective=reg:squarederror max_cat_to_onehot=64
      one-hot-1000           WIDE    NUMBER    objective=reg:squarederror max_cat_to_onehot=1000
      cat-threshold-5        WIDE    NUMBER    objective=reg:squarederror max_cat_threshold=5
      cat-threshold-200      WIDE    NUMBER    objective=reg:squarederror max_cat_threshold=200
      base-score             PLAIN   NUMBER    objective=reg:squarederror base_score=3.7
      base-score-poisson     PLAIN   COUNT     objective=count:poisson base_score=3.7
      base-score-binary      PLAIN   BINARY    objective=binary:logistic base_score=0.2
      bins-15                NUMBERS NUMBER    objective=reg:squarederror max_bin=15
      single-leaf            PLAIN   NUMBER    objective=reg:squarederror min_child_weight=1e9
      pruned                 PLAIN   NUMBER    objective=reg:squarederror gamma=5
      monotone               NUMBERS NUMBER    objective=reg:squarederror monotone_constraints=(1,-1,1)
      two-targets            PLAIN   PAIR      objective=reg:squarederror
      two-targets-vector     PLAIN   PAIR      objective=reg:squarederror multi_strategy=multi_output_tree
      two-targets-dart       PLAIN   PAIR      objective=reg:squarederror booster=dart rate_drop=0.3
      vector-dart            NUMBERS PAIR      objective=reg:squarederror multi_strategy=multi_output_tree booster=dart rate_drop=0.3
      vector-parallel        NUMBERS PAIR      objective=reg:squarederror multi_strategy=multi_output_tree num_parallel_tree=2 subsample=0.7
      softprob-vector        WIDE    CLASS     objective=multi:softprob num_class=4 multi_strategy=multi_output_tree
      """;

  private ModelZoo() {}

  /**
   * Returns the settings of LightGBM.
   *
   * @return settings with unique names
   */
  public static List<Setting> lightGbm() {
    return parse(Setting.LIGHTGBM, LIGHTGBM, LIGHTGBM_BASE);
  }

  /**
   * Returns the settings of XGBoost.
   *
   * @return settings with unique names
   */
  public static List<Setting> xgboost() {
    return parse(Setting.XGBOOST, XGBOOST, XGBOOST_BASE);
  }

  /**
   * Returns all settings.
   *
   * @return those of LightGBM, then those of XGBoost
   */
  public static List<Setting> all() {
    return Stream.of(lightGbm(), xgboost()).flatMap(List::stream).toList();
  }

  private static List<Setting> parse(String engine, String table, String base) {
    return table.lines().map(line -> setting(engine, line.split(" +", 4), base)).toList();
  }

  private static Setting setting(String engine, String[] columns, String base) {
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String word : (base + " " + columns[3]).split(" ", -1)) {
      String[] parts = word.split("=", 2);
      parameters.put(parts[0], parts[1]);
    }
    int rounds = Integer.parseInt(parameters.remove("rounds"));
    return new Setting(
        columns[0],
        engine,
        Rows.valueOf(columns[1]),
        Labels.valueOf(columns[2]),
        rounds,
        parameters);
  }
}
