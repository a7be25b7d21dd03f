package dev.mayfly.report;

import java.util.stream.Collectors;

/**
 * A patch as a terminal shows it, with what is said before it: what goes in red, what comes green.
 */
public final class PatchColours {
  private boolean patch;
  private boolean hunk;

  private PatchColours() {}

  /** The same text in colours; without them it would be the same bytes. */
  public static String on(String text) {
    PatchColours colours = new PatchColours();
    return text.isEmpty()
        ? text
        : text.lines().map(colours::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(String line) {
    if (line.startsWith("diff --git ")) {
      patch = true;
      hunk = false;
    } else if (patch && line.startsWith("@@ ")) {
      hunk = true;
      return TerminalColours.BLUE.on(line, true);
    }
    if (patch && !hunk) {
      return TerminalColours.BOLD.on(line, true);
    }
    // Lists of permissions and objects stand indented before the patch.
    String sign = patch ? line : line.stripLeading();
    return switch (sign.isEmpty() ? ' ' : sign.charAt(0)) {
      case '+' -> TerminalColours.GREEN.on(line, true);
      case '-' -> TerminalColours.RED.on(line, true);
      case '~' -> TerminalColours.YELLOW.on(line, true);
      default -> line;
    };
  }
}
