package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.console.ExitCode;
import dev.mayfly.golden.GoldenFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the real programs build of a hostile bundle is refused, with them on PATH and without. */
class HostileBundlesTest {
  @TempDir Path temp;

  @Test
  void withThePrograms() throws IOException {
    judge("with-programs", Programs.path("kustomize", "helm"), true);
  }

  @Test
  void withoutThePrograms() throws IOException {
    judge("without-programs", Map.of(), false);
  }

  private void judge(String mode, Map<String, String> env, boolean programs) throws IOException {
    List<HostileBundles.Case> cases = new HostileBundles().all();
    assertThat(cases).hasSizeGreaterThan(140);
    SoftAssertions softly = new SoftAssertions();
    StringBuilder golden = new StringBuilder();
    for (int i = 0; i < cases.size(); i++) {
      HostileBundles.Case one = cases.get(i);
      HostileBundles.Judgement judgement = one.judge(temp.resolve("case" + i), env);
      golden.append("%d  %s: %s%n".formatted(judgement.code(), one.name(), judgement.ids()));
      if (judgement.code() != ExitCode.FINE && judgement.code() != ExitCode.FINDINGS) {
        softly.assertThat(judgement.code()).as("%s: %s", one.name(), judgement.said()).isZero();
      }
      if (one.outcome().equals("refused")) {
        softly.assertThat(judgement.code()).as(one.name()).isEqualTo(ExitCode.FINDINGS);
      } else if (one.outcome().equals("passes") && programs) {
        softly.assertThat(judgement.said()).as(one.name()).doesNotContain("error[");
      } else if (one.outcome().equals("passes") && judgement.code() != ExitCode.FINE) {
        softly.assertThat(judgement.ids()).as(one.name()).contains("undecided");
      }
    }
    softly.assertAll();
    GoldenFiles.verifyFile(Path.of("hostile-bundles", mode + ".txt"), golden.toString());
  }
}
