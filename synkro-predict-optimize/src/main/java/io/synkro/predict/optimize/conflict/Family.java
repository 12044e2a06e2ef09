package io.synkro.predict.optimize.conflict;

/** Situations in which something gives way by an amount: the larger, the more plans there are. */
interface Family {
  /** Returns what gives way. */
  Change change();

  /** Returns a situation after the change. */
  Situation at(Situation situation, double amount);

  /** Returns the amount that orders need; infinite if no amount will do for them. */
  double needed(OrderSearch found, double amount);

  /** Returns the amount that counts as a whole: a limit as large again, or no minimum stock. */
  double unit();
}
