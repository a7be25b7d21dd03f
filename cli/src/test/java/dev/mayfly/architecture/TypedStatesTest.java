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
  /** It judges what others wrote, and so compares others' words. */
  private static final Set<String> READ_OTHERS = Set.of("lint");

  private static final Set<String> OURS =
      Set.of(
          "access",
          "admission",
          "adopt",
          "argocd",
          "bundle",
          "change",
          "delivery",
          "facts",
          "forge",
          "leak",
          "live",
          "platform",
          "preview",
          "report",
          "review");

  /**
   * They name things that others call the same: forms of output, kinds of object, fields, tokens.
   */
  private static final Set<String> THINGS =
      Set.of(
          "AppBundle$Kind",
          "FieldDifference$Of",
          "ForgeSettings$Kind",
          "KindLists$Match",
          "LeftKind",
          "LintFormat",
          "MigrationCheck$Order",
          "NameLimit",
          "PullRequestParameter",
          "Result$CheckName",
          "SyncOption",
          "TemplateToken$Kind");

  private static final Pattern ASKED =
      Pattern.compile("(?:equals\\(|case |^\\s*|, )\"([A-Za-z-]+)\"(?:\\)| ->|,|\\.equals\\()");

  private static final Pattern BY_ID =
      Pattern.compile("\\.id\\(\\)\\s*\\.(equals|startsWith)\\(\"([a-z-]+)\"\\)");

  @Test
  void noStateIsComparedAsText() throws IOException {
    int forge = PackageTable.level("forge");
    assertThat(compared(home -> PackageTable.level(home) > forge && !READ_OTHERS.contains(home)))
        .isEmpty();
  }

  @Test
  void theTestCanSeeSuchAComparison() throws IOException {
    assertThat(compared(Set.of("forge", "event")::contains)).hasSizeGreaterThan(3);
    assertThat(compared(Set.of("argocd")::contains))
        .contains("SyncStatus.java: case \"Synced\" -> SYNCED;");
  }

  /** Whoever acts on a problem asks whoever made it; to all others its id is a name to be shown. */
  @Test
  void noProblemIsKnownByItsIdOutsideOfItsPackage() throws IOException {
    Set<String> found = new TreeSet<>();
    int met = 0;
    for (Path file : Program.sources()) {
      Matcher asked = BY_ID.matcher(Files.readString(file));
      while (asked.find()) {
        met++;
        if (!makes(
            home(file), asked.group(2) + (asked.group(1).equals("equals") ? "" : "[a-z-]+"))) {
          found.add(file.getFileName() + ": " + asked.group(2));
        }
      }
    }
    assertThat(found).isEmpty();
    assertThat(met).as("a package asks for its own").isPositive();
  }

  /** Whether a package has a problem of such an id, in whatever way it is made. */
  private static boolean makes(String home, String id) throws IOException {
    Pattern made = Pattern.compile("\"" + id + "\"[,;]");
    for (Path file : Program.sources()) {
      if (home(file).equals(home) && made.matcher(Files.readString(file)).find()) {
        return true;
      }
    }
    return false;
  }

  private static String home(Path file) {
    return Program.SOURCES.resolve("dev/mayfly").relativize(file).getName(0).toString();
  }

  private static Set<String> compared(Predicate<String> homes) throws IOException {
    Set<String> words = words();
    assertThat(words).contains("opened", "merged", "live", "failed", "kept", "refuse");
    Set<String> found = new TreeSet<>();
    for (Path file : Program.sources()) {
      for (String line : homes.test(home(file)) ? Files.readAllLines(file) : List.<String>of()) {
        boolean asks = line.contains("equals(") || line.strip().startsWith("case \"");
        Matcher asked = ASKED.matcher(line);
        while (asks && asked.find()) {
          if (words.contains(kebab(asked.group(1)))) {
            found.add(file.getFileName() + ": " + line.strip());
          }
        }
      }
    }
    return found;
  }

  /**
   * A word as our own are written; others' {@code OutOfSync} is a state, {@code sortBy} a field.
   */
  private static String kebab(String word) {
    return Character.isUpperCase(word.charAt(0))
        ? word.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT)
        : word;
  }

  /** The constants of all enums of our own, as they would be written. */
  private static Set<String> words() {
    Set<String> words = new TreeSet<>();
    Set<String> things = new TreeSet<>(THINGS);
    for (JavaClass type : Program.CLASSES) {
      boolean ours = type.isEnum() && OURS.contains(Program.home(type));
      if (ours && !things.remove(type.getName().substring(type.getPackageName().length() + 1))) {
        for (JavaField constant : type.getFields()) {
          if (constant.getRawType().equals(type)) {
            words.add(constant.getName().toLowerCase(Locale.ROOT).replace('_', '-'));
          }
        }
      }
    }
    assertThat(things).as("no enum of ours").isEmpty();
    return words;
  }
}
