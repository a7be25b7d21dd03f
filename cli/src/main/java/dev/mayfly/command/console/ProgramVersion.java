package dev.mayfly.command.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The version of the program, the commit that it was built from and the project's address, as the
 * build wrote them.
 */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** The version alone, which is what output for machines and commits carry. */
  public static String text() {
    return lines().getFirst();
  }

  /** What {@code --version} says after the program's name. */
  public static String full() {
    return full(lines());
  }

  /** A build outside a checkout knows no commit, and a tool that copies resources fills in none. */
  public static String full(List<String> lines) {
    boolean known = lines.size() >= 3 && lines.get(1).matches("[0-9a-f]{12,64}(-dirty)?");
    return lines.getFirst()
        + (known ? " (" + lines.get(1) + ", " + lines.get(2) + ")" : " (commit unknown)");
  }

  /** Where the project lies on the web; only a published build knows. */
  public static Optional<String> home() {
    return home(lines());
  }

  public static Optional<String> home(List<String> lines) {
    return lines.stream().skip(3).findFirst().filter(it -> it.matches("https://[\\w:/.~-]+"));
  }

  private static List<String> lines() {
    try (var resource = ProgramVersion.class.getResourceAsStream("/mayfly-version.txt")) {
      return resource == null
          ? List.of("(unknown version)")
          : new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
