package dev.mayfly.lint.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.Examples;
import dev.mayfly.diagnostic.Activity;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.FileFinder;
import dev.mayfly.lint.Finding;
import dev.mayfly.lint.LintSettings;
import dev.mayfly.lint.Linter;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Mayfly writes, and what it starts from, is clean: nothing but that charts are not read. What
 * an example does wrong to show it says so itself.
 */
class OwnRepositoriesTest {
  @ParameterizedTest
  @MethodSource("folders")
  void noRuleHasAWordToSay(String folder) {
    FileFinder.Found found =
        FileFinder.find(Path.of("").toAbsolutePath(), List.of(Path.of(folder)));
    assertThat(found.files()).isNotEmpty();
    assertThat(
            new Linter(RuleCatalog.ALL)
                .run(Corpus.read(found, Activity.SILENT), LintSettings.DEFAULT))
        .filteredOn(finding -> !isUnreadTemplate(finding) && !isLeftToChange(finding))
        .extracting(Finding::toProblem)
        .isEmpty();
  }

  static Stream<String> folders() {
    return Stream.concat(
        Stream.of("examples/bundles", "examples/simulate", "golden/init"),
        Examples.names().stream().flatMap(name -> Stream.of("examples/" + name, "golden/" + name)));
  }

  /** What {@code init} writes is for its reader to change, and says so. */
  private static boolean isLeftToChange(Finding finding) {
    return finding.rule().equals("MF005") && finding.location().file().startsWith("golden/init/");
  }

  private static boolean isUnreadTemplate(Finding finding) {
    String file = finding.location().file();
    return finding.rule().equals("YM003")
        && (file.endsWith("Chart.yaml") || file.contains("/templates/extra/"));
  }
}
