package dev.mayfly.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.PreviewState;
import dev.mayfly.delivery.Status;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.golden.GoldenFiles;
import dev.mayfly.manifest.SchemaName;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.JsonReader;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.SchemaCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every state in text, JSON and HTML, by the same words. */
class StatusFormatsTest {
  private static final String HTML = StatusHtml.write(SampleStatus.all(), SampleStatus.NOW);

  private static void golden(String name, String text) {
    GoldenFiles.verifyFile(Path.of("status", name), text);
  }

  @Test
  void everyStateInText() {
    golden("table.txt", StatusTable.write(SampleStatus.all(), SampleStatus.NOW));
  }

  @Test
  void everyStateInJson() {
    golden("report.json", StatusJson.write(SampleStatus.all()));
  }

  @Test
  void everyStateInHtml() {
    golden("page.html", HTML);
  }

  @ParameterizedTest
  @EnumSource
  void oneVocabulary(PreviewState state) {
    assertThat(StatusTable.write(SampleStatus.all(), SampleStatus.NOW))
        .contains("  " + state.word() + ": ");
    assertThat(StatusJson.write(SampleStatus.all()))
        .contains("\"state\": \"" + state.word() + "\"");
    assertThat(HTML)
        .contains("<b class=\"%s\">%<s</b>".formatted(state.word()))
        .contains("<dt>" + state.word() + "<dd>" + state.meaning());
  }

  @Test
  void theJsonHasThePublishedForm() {
    SchemaCheck schema = SchemaCheck.of(SchemaName.STATUS_REPORT.bytes());
    for (Status status : List.of(SampleStatus.all(), SampleStatus.of(List.of()))) {
      byte[] bytes = StatusJson.write(status).getBytes(StandardCharsets.UTF_8);
      Node node = new JsonReader(Budget.LINT).read("status.json", bytes).single(Fault.REMOTE);
      assertThat(schema.check(node)).isEmpty();
    }
    assertThat(new String(SchemaName.STATUS_REPORT.bytes(), StandardCharsets.UTF_8))
        .contains(List.of(PreviewState.values()).stream().map(s -> '"' + s.word() + '"').toList());
  }

  /** Records lie in Git, where anybody with a commit can have written them. */
  @Test
  void whatPeopleWroteIsTextAndShort() {
    String hostile =
        "\u202E\"><script>alert(1)</script>&lt;<img src=x onerror='alert(2)'>"
            + "\u2066\uD800\u0007\n"
            + "x".repeat(10_000);
    String html = StatusHtml.write(SampleStatus.titled(hostile), SampleStatus.NOW);
    assertThat(html)
        .contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;&lt;img src=x")
        .doesNotContain("<script>alert", "<img", "\u202E", "\u2066", "\uD800", "\u0007");
    assertThat(html.length()).isLessThan(8_000);
    assertThat(StatusJson.write(SampleStatus.titled(hostile)))
        .doesNotContain("\u202E", "\u2066", "\\u0007", "\\n")
        .hasSizeLessThan(2_000);
  }

  @Test
  void nothingIsSaidOfNoPreview() {
    String html = StatusHtml.write(SampleStatus.of(List.of()), SampleStatus.NOW);
    assertThat(html).contains("There are none.").doesNotContain("data-state=\"");
    assertThat(StatusTable.write(SampleStatus.of(List.of()), SampleStatus.NOW))
        .contains("0 of 10 places taken");
  }

  @Test
  void onlyTheWebIsLinkedTo() {
    assertThat(Html.link("javascript:alert(1)", "x")).isEqualTo("x");
    String longest = "https://" + "a".repeat(1_992);
    assertThat(Html.link(longest, "x")).contains("\"" + longest + "\"");
    assertThat(Html.link(longest + "a", "x")).isEqualTo("x");
    assertThat(Html.link("https://a.example/\"onclick=\"", "x"))
        .isEqualTo("<a href=\"https://a.example/&quot;onclick=&quot;\">x</a>");
  }

  @Test
  void aBarIsNeverMoreThanFull() {
    assertThat(Html.meter(0)).contains("value=\"0.0\"");
    assertThat(Html.meter(0.25)).contains("value=\"0.25\"");
    assertThat(Html.meter(17)).contains("value=\"1.0\"");
  }
}
