package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.command.option.EnvironmentOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every option can come from a variable, so a variable that is set for something else must not bear
 * an option's name: a CI's own setting would become an argument of every command.
 */
class CiVariablesTest {
  /** Variables of options that are set on purpose in files that users copy or read. */
  private static final Set<String> MEANT =
      Set.of(
          "MAYFLY_APP",
          "MAYFLY_APP_URL",
          "MAYFLY_AUTO_MERGE",
          "MAYFLY_FACTS",
          "MAYFLY_GITOPS_PATH",
          "MAYFLY_GITOPS_URL",
          "MAYFLY_HELM",
          "MAYFLY_IMAGE",
          "MAYFLY_LABEL",
          "MAYFLY_POLICY_REF",
          "MAYFLY_REQUIRE_ACCESS");

  private static final Pattern NAME = Pattern.compile("\\bMAYFLY_[A-Z0-9_]+\\b");
  private static final Pattern ASSIGNED =
      Pattern.compile("^\\s*(?:- |export )?([A-Z][A-Z0-9_]+)\\s*[:=]", Pattern.MULTILINE);

  private static Set<String> optionVariables() {
    return CommandCatalog.all().stream()
        .flatMap(command -> Help.command(command).options().stream())
        .map(option -> EnvironmentOptions.variable(option.longestName()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** What users copy, include or read; {@code commands.md} names the variables of all options. */
  private static List<Path> shipped() throws IOException {
    List<Path> roots =
        List.of(
            Path.of("README.md"),
            Path.of("docs"),
            Path.of(".github"),
            Path.of("examples"),
            Path.of("golden/init"),
            Path.of("cli/src/main/resources/init"));
    try (Stream<Path> files = roots.stream().flatMap(CiVariablesTest::walk)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> !file.endsWith("docs/reference/commands.md"))
          .filter(file -> !file.toString().matches(".*\\.(png|svg|tgz)"))
          .sorted()
          .toList();
    }
  }

  private static Stream<Path> walk(Path root) {
    try {
      return Files.walk(root);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Set<String> found(Path file, Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(file))
        .results()
        .map(match -> match.group(match.groupCount()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void noneBearsAnOptionsNameUnlessItIsMeant() throws IOException {
    Set<String> options = optionVariables();
    assertThat(options).containsAll(MEANT).contains("MAYFLY_REF", "MAYFLY_REPOSITORY");
    Set<String> seen = new TreeSet<>();
    for (Path file : shipped()) {
      Set<String> names = found(file, NAME);
      names.addAll(found(file, ASSIGNED));
      names.retainAll(options);
      assertThat(MEANT).as(file.toString()).containsAll(names);
      seen.addAll(names);
    }
    assertThat(seen).as("the list holds no more than what is used").isEqualTo(MEANT);
  }

  @Test
  void noneThatIsReadOrWrittenBesidesBearsAnOptionsName() throws IOException {
    Set<String> named = found(Path.of("docs/reference/environment.md"), NAME);
    assertThat(named).contains("MAYFLY_GIT_TOKEN", "MAYFLY_CA_FILE", "MAYFLY_RESULT", "MAYFLY_URL");
    named.removeAll(MEANT);
    assertThat(named).doesNotContainAnyElementsOf(optionVariables());
  }
}
