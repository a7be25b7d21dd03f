package dev.mayfly.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Outcomes, states and reasons are enums or sealed types. Where others' words are read, by forges,
 * CI systems, Argo CD and lint, they are texts until they are understood; above, nothing asks for
 * one.
 */
class TypedStatesTest {
  /** They judge what others wrote, and so compare others' words. */
  private static final Set<String> READ_OTHERS = Set.of("lint", "adopt");

  private static final Set<String> OURS =
      Set.of("admission", "delivery", "review", "live", "leak", "preview", "change", "forge");

  private static final Pattern ASKED =
      Pattern.compile("(?:equals\\(|case |^\\s*|, )\"([a-z-]+)\"(?:\\)| ->|,|\\.equals\\()");

  @Test
  void noStateIsComparedAsText() throws IOException {
    int forge = PackageTable.level("forge");
    assertThat(compared(home -> PackageTable.level(home) > forge && !READ_OTHERS.contains(home)))
        .isEmpty();
  }

  @Test
  void theTestCanSeeSuchAComparison() throws IOException {
    assertThat(compared(Set.of("forge", "event")::contains)).hasSizeGreaterThan(3);
  }

  private static Set<String> compared(Predicate<String> homes) throws IOException {
    Set<String> words = words();
    assertThat(words).contains("opened", "merged", "live", "failed", "kept", "refuse");
    Set<String> found = new TreeSet<>();
    for (Path file : Program.sources()) {
      String home = Program.SOURCES.resolve("dev/mayfly").relativize(file).getName(0).toString();
      for (String line : homes.test(home) ? Files.readAllLines(file) : List.<String>of()) {
        boolean asks = line.contains("equals(") || line.strip().startsWith("case \"");
        Matcher asked = ASKED.matcher(line);
        while (asks && asked.find()) {
          if (words.contains(asked.group(1))) {
            found.add(file.getFileName() + ": " + line.strip());
          }
        }
      }
    }
    return found;
  }

  /** The constants of all enums of our own, as they would be written. */
  private static Set<String> words() {
    Set<String> words = new TreeSet<>();
    for (JavaClass type : Program.CLASSES) {
      if (type.isEnum() && OURS.contains(Program.home(type))) {
        for (JavaField constant : type.getFields()) {
          if (constant.getRawType().equals(type)) {
            words.add(constant.getName().toLowerCase(Locale.ROOT).replace('_', '-'));
          }
        }
      }
    }
    return words;
  }
}
