package io.synkro.predict.examples.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HtmlTextTest {
  @Test
  void escapesWhatHtmlGivesAMeaning() {
    assertThat(HtmlText.escape("<script>\"a\" & 'b'</script>"))
        .isEqualTo("&lt;script&gt;&quot;a&quot; &amp; &#39;b&#39;&lt;/script&gt;");
  }

  @Test
  void replacesControlCharactersAndBrokenText() {
    assertThat(HtmlText.escape("a\u0000b\u0007\u009Fc\uD800d\u202Ee"))
        .isEqualTo("a\uFFFDb\uFFFD\uFFFDc\uFFFDd\uFFFDe");
    assertThat(HtmlText.escape("a\nb\tc")).isEqualTo("a b c");
  }

  @Test
  void keepsOtherScripts() {
    assertThat(HtmlText.escape("Größe 日本 \uD83D\uDE9A")).isEqualTo("Größe 日本 \uD83D\uDE9A");
  }
}
