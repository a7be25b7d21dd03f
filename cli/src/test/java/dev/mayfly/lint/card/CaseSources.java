package dev.mayfly.lint.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.mayfly.golden.GoldenReporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.stream.Collectors;

/** The case files as they lie in the project; an update run writes them there. */
public final class CaseSources {
  public static final Path HOME = Path.of("cli/src/main/resources/rules");

  private CaseSources() {}

  public static CaseFile read(String id) {
    return CaseFile.read(id, CaseSources::text);
  }

  public static String text(String path) {
    try {
      return Files.readString(HOME.resolve(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The index of these cards, one a line, as {@link CardIndex} reads it. */
  public static String index(Collection<RuleCard> cards) {
    return cards.stream()
        .map(card ->
            String.join(
                    "\t",
                    card.id(),
                    card.severity().word(),
                    card.name(),
                    card.summary(),
                    card.fix())
                + (card.fixInPlatform().isEmpty() ? "" : "\t" + card.fixInPlatform())
                + "\n")
        .collect(Collectors.joining());
  }

  /** Compares a file with what it should hold; an update run writes it, and fails all the same. */
  public static void verify(String path, String wanted) {
    if (text(path).equals(wanted)) {
      return;
    }
    try {
      assertThat(HOME.resolve(path)).as("by `./verify --update-goldens`").hasContent(wanted);
      fail(path + " differs in its line ends");
    } finally {
      update(path, wanted);
    }
  }

  private static void update(String path, String text) {
    if (GoldenReporter.updating()) {
      try {
        Files.writeString(HOME.resolve(path), text);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
