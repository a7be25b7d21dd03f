package dev.mayfly.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  /** Code spans know no escapes; outside of them markup, mentions and references must hold. */
  @Test
  void escapesTextAndLeavesCodeAlone() {
    assertThat(Markdown.line("`a@b:<64>` & `[\"x|y\"]` <b> @me [x] c:\\d *e* #1 | end"))
        .isEqualTo(
            "`a@b:<64>` &amp; `[\"x|y\"]` &lt;b> @&#8203;me \\[x\\] c:\\\\d \\*e\\* #&#8203;1 |"
                + " end");
    assertThat(Markdown.line("one ` of <b>")).isEqualTo("one \\` of &lt;b>");
    assertThat(Markdown.line("`` <b>")).isEqualTo("\\`\\` &lt;b>");
    assertThat(Markdown.line("a\n\n# b\r\nc")).isEqualTo("a  # b c");
  }

  @Test
  void aBarEndsNoCell() {
    assertThat(Markdown.cell("`a|b` | c")).isEqualTo("`a\\|b` \\| c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>x</script>",
        "[x](javascript:alert(1))",
        "![](https://e.example/p.png)",
        "@org/everyone",
        "Fixes #1",
        "</details>",
        "```",
        "<!-- mayfly:x -->",
        "**b** ~~s~~"
      })
  void takesMarkupOutOfText(String text) {
    assertThat(Markdown.line(text))
        .doesNotContain("<", "@o", "#1")
        .doesNotContainPattern("(?<!\\\\)[\\[\\]`*~]");
  }

  /** Whatever backticks a value holds, a reader of Markdown sees tags only inside code. */
  @Test
  void noRunOfBackticksLetsATagOut() {
    Random random = new Random(7);
    String[] parts = {"`", "``", "`", "<b>", "a", " ", "\\", "|"};
    for (int i = 0; i < 20_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(14); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertThat(outsideCode(Markdown.line(text.toString()))).as("%s", text).doesNotContain("<");
    }
  }

  /** CommonMark 0.31.2, "Code spans": a run of backticks ends at the next run of its length. */
  private static String outsideCode(String markdown) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < markdown.length()) {
      if (markdown.charAt(at) == '\\') {
        out.append(markdown, at, Math.min(at + 2, markdown.length()));
        at += 2;
      } else if (markdown.charAt(at) == '`') {
        int run = run(markdown, at);
        int close = at + run;
        while (close < markdown.length() && run(markdown, close) != run) {
          close += Math.max(1, run(markdown, close));
        }
        if (close < markdown.length()) {
          at = close + run;
        } else {
          out.append("`".repeat(run));
          at += run;
        }
      } else {
        out.append(markdown.charAt(at++));
      }
    }
    return out.toString();
  }

  private static int run(String text, int at) {
    int end = at;
    while (end < text.length() && text.charAt(end) == '`') {
      end++;
    }
    return end - at;
  }

  @Test
  void noTextEndsItsBlock() {
    assertThat(Markdown.block("yaml", "a: b\n")).isEqualTo("```yaml\na: b\n```\n");
    assertThat(Markdown.block("diff", " ````\n x")).isEqualTo("`````diff\n ````\n x\n`````\n");
    assertThat(Markdown.block("text", "")).isEqualTo("```text\n```\n");
  }

  @Test
  void noTextIsATag() {
    assertThat(Markdown.html("a</code>&<b>.yaml")).isEqualTo("a&lt;/code&gt;&amp;&lt;b&gt;.yaml");
  }

  @Test
  void whatAStrangerWroteIsCodeThatCallsNobody() {
    assertThat(Markdown.quoted("plain pre-release text", 50)).isEqualTo("`plain pre-release text`");
    assertThat(Markdown.quoted("`a`", 50)).isEqualTo("`` `a` ``");
    assertThat(Markdown.quoted("", 50)).isEqualTo("`  `");
    assertThat(Markdown.quoted("a\n\u202eb @x #1 !2 A-3 <!-- ://", 50))
        .isEqualTo(
            "`a b @\u200bx #\u200b1 !\u200b2 A-\u200b3 <\u200b!\u200b-- :\u200b/\u200b/\u200b`");
    assertThat(Markdown.quoted("x".repeat(500), 10)).isEqualTo("`" + "x".repeat(9) + "…`");
  }
}
