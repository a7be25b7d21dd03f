package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.lint.CorpusReader;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Mayfly writes, and what it starts from, is clean: nothing but that charts are not read. What
 * an example does wrong to show it says so itself.
 */
class OwnRepositoriesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "examples",
        "examples/bundles",
        "examples/monolith",
        "examples/monolith-overlay",
        "examples/primitives",
        "examples/simulate",
        "golden",
        "golden/init",
        "golden/monolith",
        "golden/monolith-overlay",
        "golden/primitives"
      })
  void noRuleHasAWordToSay(String folder) {
    FileFinder.Found found =
        FileFinder.find(Path.of("").toAbsolutePath(), List.of(Path.of(folder)));
    assertThat(found.files()).isNotEmpty();
    assertThat(new Linter(RuleCatalog.ALL).run(CorpusReader.read(found), LintSettings.DEFAULT))
        .filteredOn(finding -> !isUnreadChart(finding))
        .extracting(Finding::toProblem)
        .isEmpty();
  }

  private static boolean isUnreadChart(Finding finding) {
    return finding.rule().equals("YM003") && finding.location().file().endsWith("Chart.yaml");
  }
}
