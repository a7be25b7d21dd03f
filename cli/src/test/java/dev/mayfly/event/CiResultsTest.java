package dev.mayfly.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Source;
import java.util.Map;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CiResultsTest {
  @Test
  void framesAnOutputByADelimiterThatIsNotInIt() {
    RandomGenerator twiceTheSame =
        new RandomGenerator() {
          private int calls;

          @Override
          public long nextLong() {
            return calls++ < 2 ? 1 : 2;
          }
        };
    String first = "mayfly_00000000000000010000000000000001";
    String second = "mayfly_00000000000000020000000000000002";
    assertThat(new ActionsOutput(twiceTheSame).entry("url", "a\n" + first + "\nevil=1"))
        .isEqualTo("url<<" + second + "\na\n" + first + "\nevil=1\n" + second + "\n");
  }

  @Test
  void writesNoOutputOfAHostileName() {
    ActionsOutput output = new ActionsOutput(new Random(1));
    assertThatThrownBy(() -> output.entry("a<<b", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> output.entry("a\nb", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void escapesAnAnnotation() {
    Location at = new Location(new Source("a:b,c%.yaml", ""), 3, 5, 3, 9);
    assertThat(WorkflowCommand.annotation(Problem.error("bad-key", at, "100%\n::error::x", "no")))
        .isEqualTo(
            "::error title=bad-key,file=a%3Ab%2Cc%25.yaml,line=3,endLine=3,col=5,endColumn=9"
                + "::100%25%0A::error::x%0Ano");
    assertThat(WorkflowCommand.annotation(Problem.warning("w", null, "m", "")))
        .isEqualTo("::warning title=w::m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "::set-output name=x::y",
        "  ::add-mask::",
        "a\n::error::",
        "x ##[error]",
        "a\r::stop-commands::t"
      })
  void leavesNoCommandInALog(String text) {
    String safe = WorkflowCommand.neutralized(text);
    assertThat(safe.lines())
        .noneMatch(line -> line.strip().startsWith("::") || line.contains("##["));
  }

  @Test
  void leavesOrdinaryLogLinesAlone() {
    assertThat(WorkflowCommand.neutralized("std::string at 12:30 # [x]\n"))
        .isEqualTo("std::string at 12:30 # [x]\n");
  }

  @Test
  void writesADotenvOfPlainValuesOnly() {
    assertThat(GitLabReport.dotenv(Map.of("URL", "https://7.pr.example.dev/", "APP", "shop")))
        .isEqualTo("APP=shop\nURL=https://7.pr.example.dev/\n");
    for (String hostile :
        new String[] {"a\nB=c", "$CI_JOB_TOKEN", "a b", "'", "\"", "\\", "`", "#"}) {
      assertThatThrownBy(() -> GitLabReport.dotenv(Map.of("A", hostile)))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> GitLabReport.dotenv(Map.of("A=B", "x")))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
