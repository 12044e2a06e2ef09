package io.synkro.predict.optimize.decomposition;

/** What the steps of a search share. */
record Parts(LineTable table, Limits limits, LinePass pass, PlanPool pool, Watch watch) {}
