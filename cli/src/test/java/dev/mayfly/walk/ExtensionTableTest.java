package dev.mayfly.walk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.golden.GeneratedPart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page says the steps that the walks take, and of the rest what is there. */
class ExtensionTableTest {
  private static final Path PAGE = Path.of("docs/contributing.md");

  @Test
  void thePageShowsTheTable() throws IOException {
    GeneratedPart.verify(PAGE, "adding", Extension.table());
  }

  @Test
  void everyFileAndEveryTestIsThere() throws Exception {
    for (Extension extension : Extension.ALL) {
      for (Step step : extension.steps()) {
        for (String file : step.file().split("`, `")) {
          // Up to the part that is yours to name.
          Path named = Path.of(file.replaceFirst("(?:[A-Z][A-Z_]+|FamilyRules|[Yy]our).*", ""));
          assertThat(
                  Stream.of("", "cli/src/main/java/dev/mayfly", "cli/src/test/java/dev/mayfly")
                      .map(home -> Path.of(home).resolve(named)))
              .as(file)
              .anyMatch(Files::exists);
        }
        if (step.guard().contains("#")) {
          List<String> guard = List.of(step.guard().split("[#:]"));
          assertThat(Class.forName(guard.getFirst()).getDeclaredMethods())
              .as(step.guard())
              .anyMatch(it -> guard.size() == 1 || it.getName().equals(guard.get(1)));
        }
      }
    }
  }

  /** A new rule need not walk through a repository by itself where such a walk is there. */
  @Test
  void everyWalkThroughARepositoryIsNamed() throws IOException {
    String page = Files.readString(PAGE);
    Path lint = Path.of("cli/src/main/java/dev/mayfly/lint");
    try (Stream<Path> files = Files.walk(lint)) {
      List<String> walks = new ArrayList<>();
      for (Path file : files.filter(it -> it.toString().endsWith("Rule.java")).toList()) {
        String name = file.getFileName().toString().replace(".java", "");
        if (Files.readString(file).matches("(?s).*(?:interface|abstract class) " + name + " .*")) {
          walks.add(name);
        }
      }
      assertThat(walks).contains("DocumentRule", "SetRule");
      assertThat(walks).allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
    }
  }
}
