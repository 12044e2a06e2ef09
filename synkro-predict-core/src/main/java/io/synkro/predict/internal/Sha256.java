package io.synkro.predict.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256 digests. Stateless. */
public final class Sha256 {
  private Sha256() {}

  /**
   * Returns the digest of the first bytes of an array.
   *
   * @param bytes the array
   * @param length how many bytes count
   * @return 32 bytes
   */
  public static byte[] of(byte[] bytes, int length) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(bytes, 0, length);
      return sha.digest();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
