package io.synkro.predict.trees;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The same model as in {@link XgboostJsonTest}, in bytes. */
class XgboostUbjsonTest {
  static final byte[] MODEL = Ubjson.of(XgboostJsonTest.MODEL);

  @Test
  void readsTheSameTreesAsFromJson() {
    ParsedTrees fromBytes = XgboostJson.read(MODEL);
    ParsedTrees fromText = XgboostJson.read(XgboostJsonTest.MODEL);
    assertThat(fromBytes)
        .usingRecursiveComparison()
        .isEqualTo(fromText)
        .isEqualTo(XgboostJson.read(XgboostJsonTest.MODEL.getBytes(StandardCharsets.UTF_8)));
    assertThat(fromBytes.ensemble().margins(Tables.row(1, 0))[0]).isEqualTo(2f + 0.1f);
  }

  // [$d#L ... of XGBoost's float arrays; all widths of numbers; unknown keys of every type
  @Test
  void knowsAllTypesThatXgboostWrites() throws IOException {
    String more =
        """
        , "z": null, "t": true, "f": false, "i": 1, "I": 300, "l": 70000, "L": 5000000000,
        "d": 0.5, "s": "text", "o": {"a": []}, "loss_changes": [0.5, 0.25], "version": [3, 4, 0]}
        """;
    byte[] bytes = Ubjson.of(XgboostJsonTest.MODEL.replace(", \"version\": [3, 4, 0]}", more));
    assertThat(XgboostJson.read(bytes).ensemble().trees()).isEqualTo(1);
    assertThat(new ObjectMapper().readTree(new UbjsonParser(bytes)).toString())
        .contains("5000000000", "\"z\":null", "\"a\":[]");
  }

  @Test
  void refusesBytesThatAreCutShortAnywhere() {
    for (int length = 0; length < MODEL.length; length++) {
      byte[] cut = Arrays.copyOf(MODEL, length);
      assertThatThrownBy(() -> XgboostJson.read(cut))
          .as("cut at %d", length)
          .isInstanceOf(CorruptModelException.class);
    }
  }

  @Test
  void refusesWhatFollowsTheModel() {
    assertThatThrownBy(() -> XgboostJson.read(Arrays.copyOf(MODEL, MODEL.length + 1)))
        .isInstanceOf(CorruptModelException.class);
  }

  // hexadecimal of what stands behind {L0000000000000001 'a'
  @ParameterizedTest
  @CsvSource({
    "5b245a234c0000000000000001, an array of type 'Z'", // [$Z#L 1: without payload
    "5b2454234c7fffffffffffffff, an array of type 'T'",
    "5b244e234c7fffffffffffffff, an array of type 'N'",
    "5b2453234c0000000000000001, an array of type 'S'",
    "5b247b234c0000000000000001, an array of type '{'",
    "5b245b234c0000000000000001, an array of type '['",
    "5b246400, an array with a type and no count",
    "5b2464234cffffffffffffffff, a count of -1",
    "5b2464234c0000000040000000, a count of 1073741824",
    "5b2464234c7fffffffffffffff, a count of 9223372036854775807",
    "5b234c0000000000001000, a count of 4096",
    "5b2369ff, a count of -1",
    "5b235300, a count of type 'S'",
    "534cffffffffffffffff, a count of -1",
    "534c7fffffffffffffff, a count of 9223372036854775807",
    "48, the unknown type 'H'",
    "4e, the unknown type 'N'",
    "7b24, a count of type '$'",
    "5d, the unknown type ']'"
  })
  void refusesClaimsThatTheBytesDoNotBearOut(String value, String problem) {
    byte[] bytes = HexFormat.of().parseHex("7b4c000000000000000161" + value);
    assertThatThrownBy(() -> XgboostJson.read(bytes))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining(problem);
  }

  @Test
  void refusesNestingThatIsTooDeep() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HexFormat.of().parseHex("7b4c000000000000000161"));
    bytes.writeBytes("[".repeat(100_000).getBytes(StandardCharsets.US_ASCII));
    assertThatThrownBy(() -> XgboostJson.read(bytes.toByteArray()))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("nesting deeper than 64");
  }

  @Test
  void refusesNamesThatAreTooLongOrTwice() {
    byte[] name = new byte[100_000];
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(HexFormat.of().parseHex("7b4c00000000000186a0")); // 100,000
    bytes.writeBytes(name);
    assertThatThrownBy(() -> XgboostJson.read(bytes.toByteArray()))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("a name of 100000 bytes");
    byte[] twice = HexFormat.of().parseHex("7b4c0000000000000001615a4c0000000000000001615a7d");
    assertThatThrownBy(() -> XgboostJson.read(twice))
        .isInstanceOf(CorruptModelException.class)
        .hasMessageContaining("Duplicate");
  }
}
