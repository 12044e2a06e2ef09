package io.synkro.predict.optimize.highs;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Pointer;
import org.jspecify.annotations.Nullable;

/**
 * The part of HiGHS' C API that the engine calls. Names and types are those of {@code
 * highs_c_api.h} of HiGHS 1.12.0; a {@code HighsInt} has 32 bits there. Functions return 0 if all
 * went well, 1 for a warning and -1 for an error, unless they say otherwise.
 */
@SuppressWarnings("MethodName") // the names of the C API
interface HighsLibrary extends Library {
  int ERROR = -1;
  int ROWWISE = 2;
  int MINIMIZE = 1;

  int SIMPLEX_INTERRUPT = 1;
  int IPM_INTERRUPT = 2;
  int MIP_IMPROVING_SOLUTION = 4;
  int MIP_LOGGING = 5;
  int MIP_INTERRUPT = 6;

  Pointer Highs_create();

  void Highs_destroy(Pointer highs);

  String Highs_version();

  int Highs_setBoolOptionValue(Pointer highs, String option, int value);

  int Highs_setIntOptionValue(Pointer highs, String option, int value);

  int Highs_setDoubleOptionValue(Pointer highs, String option, double value);

  int Highs_setStringOptionValue(Pointer highs, String option, String value);

  int Highs_passMip(
      Pointer highs,
      int columns,
      int rows,
      int nonzeros,
      int format,
      int sense,
      double offset,
      double[] costs,
      double[] lowers,
      double[] uppers,
      double[] rowLowers,
      double[] rowUppers,
      int[] starts,
      int[] indices,
      double[] values,
      int[] integrality);

  int Highs_setSparseSolution(Pointer highs, int entries, int[] indices, double[] values);

  int Highs_setCallback(Pointer highs, Listener callback, @Nullable Pointer data);

  int Highs_startCallback(Pointer highs, int type);

  int Highs_run(Pointer highs);

  double Highs_getRunTime(Pointer highs);

  /** Returns one of the numbers of {@link HighsRun.Verdict}. */
  int Highs_getModelStatus(Pointer highs);

  int Highs_getIntInfoValue(Pointer highs, String name, int[] value);

  int Highs_getInt64InfoValue(Pointer highs, String name, long[] value);

  int Highs_getDoubleInfoValue(Pointer highs, String name, double[] value);

  int Highs_getSolution(
      Pointer highs,
      double[] columnValues,
      double[] columnDuals,
      double[] rowValues,
      double[] rowDuals);

  /**
   * Returns where a value of a callback lies, so that nothing depends on the layout of the struct.
   */
  Pointer Highs_getCallbackDataOutItem(Pointer dataOut, String name);

  /** Ends the threads that a run of this thread has started. */
  void Highs_resetGlobalScheduler(int blocking);

  /** Called in the middle of a run. */
  interface Listener extends Callback {
    void invoke(int type, Pointer message, Pointer dataOut, Pointer dataIn, Pointer userData);
  }
}
