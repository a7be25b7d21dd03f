package dev.mayfly.report;

import java.util.stream.Collectors;

/** A page in Markdown as a terminal shows it: what is emphasised stands out, what frames is dim. */
public final class MarkdownColours {
  private boolean code;

  private MarkdownColours() {}

  /** The same text in colours; nothing of it goes. */
  public static String on(String page) {
    MarkdownColours colours = new MarkdownColours();
    return page.lines().map(colours::line).collect(Collectors.joining("\n", "", "\n"));
  }

  private String line(String line) {
    if (line.startsWith("```")) {
      code = !code;
      return TerminalColours.DIM.on(line, true);
    }
    if (code) {
      return line;
    }
    if (line.startsWith("#")) {
      return TerminalColours.BOLD.on(line, true);
    }
    return line.replaceAll("\\*\\*[^*]+\\*\\*", TerminalColours.BOLD.on("$0", true))
        .replaceAll("`[^`]+`", TerminalColours.BLUE.on("$0", true));
  }
}
