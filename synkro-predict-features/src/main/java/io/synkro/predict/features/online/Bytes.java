package io.synkro.predict.features.online;

import io.synkro.predict.features.view.EntityKey;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Texts and rows in little-endian bytes; a text is its length as int32 and then UTF-8. */
final class Bytes {
  private Bytes() {}

  static ByteBuffer buffer(int size) {
    return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static void putText(ByteBuffer target, byte[] utf8) {
    target.putInt(utf8.length).put(utf8);
  }

  static String text(ByteBuffer source) {
    int length = source.getInt();
    int start = source.arrayOffset() + source.position();
    String text = new String(source.array(), start, length, StandardCharsets.UTF_8);
    source.position(source.position() + length);
    return text;
  }

  static EntityKey key(ByteBuffer source) {
    return EntityKey.ofJoined(text(source));
  }

  static int textSize(byte[] utf8) {
    return Integer.BYTES + utf8.length;
  }

  static int textsSize(List<byte[]> texts) {
    return Integer.BYTES + texts.stream().mapToInt(Bytes::textSize).sum();
  }

  static void putTexts(ByteBuffer target, List<byte[]> texts) {
    target.putInt(texts.size());
    texts.forEach(each -> putText(target, each));
  }

  static List<String> texts(ByteBuffer source) {
    int count = source.getInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text(source));
    }
    return texts;
  }

  static void putFloats(ByteBuffer target, float[] values) {
    for (float value : values) {
      target.putFloat(value);
    }
  }

  static float[] floats(ByteBuffer source, int count) {
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = source.getFloat();
    }
    return values;
  }
}
