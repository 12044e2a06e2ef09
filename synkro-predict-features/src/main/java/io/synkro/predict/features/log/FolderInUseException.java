package io.synkro.predict.features.log;

import io.synkro.predict.SynkroPredictException;
import java.nio.file.Path;

/** A folder that something else has open, in this process or in another one. */
public final class FolderInUseException extends SynkroPredictException {
  private static final long serialVersionUID = 1L;

  private final String folder;

  /**
   * Creates an exception.
   *
   * @param folder the folder
   * @param holder who holds it, such as "another process"
   */
  public FolderInUseException(Path folder, String holder) {
    super(
        "Folder %s is in use by %s; one at a time may open it. Maybe close that one first or use another folder."
            .formatted(folder, holder));
    this.folder = folder.toString();
  }

  /**
   * Returns the folder.
   *
   * @return its path
   */
  public String folder() {
    return folder;
  }
}
