package dev.mayfly.template;

import static dev.mayfly.template.WrittenOut.problems;
import static dev.mayfly.template.WrittenOut.rendered;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A value that a template leaves out is a setting without effect, unless its head says why. */
class UnusedValuesTest {
  @ParameterizedTest
  @CsvSource({
    "# mayfly: unused a.b we route by Ingress",
    "# mayfly: unused a.* we route by Ingress",
    "# mayfly: unused   a.b   so",
    "# other words~~# mayfly: unused a.b so"
  })
  void aReasonIsEnough(String head) {
    assertThat(rendered(file(head), new Scope().put("a.b", "x"))).isEqualTo("c: d\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "# mayfly: unused a.b      | t.yaml:1:1 unused-without-reason, t.yaml unused-value",
        "#~# mayfly: unused        | t.yaml:2:1 unused-without-reason, t.yaml unused-value",
        "# mayfly: unused a.c so   | t.yaml:1:1 unused-but-used, t.yaml unused-value",
        "# mayfly: unused a so     | t.yaml:1:1 unused-but-used, t.yaml unused-value",
        "# mayfly: unused b.* so   | t.yaml:1:1 unused-but-used, t.yaml unused-value",
        "# mayfly: unused a.b. so  | t.yaml:1:1 unused-but-used, t.yaml unused-value",
        "# mayfly: unusedly a.b so | t.yaml unused-value",
        "e: f~# mayfly: unused a.b so | t.yaml unused-value",
        "#                         | t.yaml unused-value"
      })
  void nothingLessIs(String head, String said) {
    assertThat(problems(file(head), new Scope().put("a.b", "x")))
        .extracting(it -> it.location() + " " + it.id())
        .containsExactlyInAnyOrder(said.split(", "));
  }

  @Test
  void aLineCoversWhatIsUnusedAndMayBeSaidTwice() {
    Scope two = new Scope().put("a.b", "x").put("a.c", "y");
    assertThat(rendered(file("# mayfly: unused a.b so~# mayfly: unused a.* so"), two))
        .isEqualTo("c: d\n");
    assertThat(rendered(file("# mayfly: unused a.* so~# mayfly: unused a.b so"), two))
        .isEqualTo("c: d\n");
    assertThat(problems("# mayfly: unused a.b so\nc: ${a.b}", new Scope().put("a.b", "x")))
        .extracting(it -> it.id() + " " + it.location().endLine() + ":" + it.location().endColumn())
        .containsExactly("unused-but-used 1:24");
  }

  private static String file(String head) {
    return head.strip().replace('~', '\n') + "\nc: d\n";
  }
}
