package io.synkro.predict.csv;

import io.synkro.predict.series.CovariateNames;

/** A meaning that a column of a sales file can have. */
public enum SalesRole {
  /** Identifier of the product. */
  PRODUCT("product", true),
  /** Identifier of the warehouse or store. */
  WAREHOUSE("warehouse", true),
  /** Day or hour on which the step begins, or its number. */
  DATE("date", true),
  /** Units sold; negative for returns, empty where unknown. */
  UNITS("units", true),
  /** Price of a unit. */
  PRICE(CovariateNames.PRICE, false),
  /** Strength of a promotion, from 0 to 1. */
  PROMOTION(CovariateNames.PROMOTION, false),
  /** Share of the step in which the product could be bought, from 0 to 1. */
  IN_STOCK(CovariateNames.IN_STOCK, false);

  private final String column;
  private final boolean required;

  SalesRole(String column, boolean required) {
    this.column = column;
    this.required = required;
  }

  /**
   * Returns the name that the column has unless a mapping names another; it is also the name of the
   * covariate.
   *
   * @return the name in lower case
   */
  public String column() {
    return column;
  }

  /**
   * Returns whether a file cannot be read without it.
   *
   * @return true for product, warehouse, date and units
   */
  public boolean required() {
    return required;
  }
}
