package dev.mayfly.event;

import dev.mayfly.preview.UntrustedText;

/** Text inside Markdown that a forge shows: comments, pull requests, step summaries, pages. */
public final class Markdown {
  private static final int SHORTEST_FENCE = 3;

  /** Breaks up what forges turn into mentions and references, without showing. */
  private static final String INVISIBLE = "&#8203;";

  private Markdown() {}

  /**
   * A message in which values stand in backticks, as running text: the values become code, in which
   * nothing needs an escape, and whatever else is markup, a tag, a mention or a reference does not
   * count. A value that holds a backtick ends early; what is left of it is no markup either. A line
   * break becomes a blank.
   */
  public static String line(String message) {
    return spans(message.replaceAll("\\R", " "));
  }

  /**
   * Several lines of such text, as paragraphs that blank lines part: what would begin a heading, a
   * quotation, a list, a table or a block of code begins none.
   */
  public static String prose(String text) {
    StringBuilder prose = new StringBuilder();
    for (String part : text.splitWithDelimiters("\n{2,}", -1)) {
      prose.append(
          spans(part)
              .replaceAll("(?m)^[ \t]+", "")
              .replaceAll("(?m)^([#>+=|_-])", "\\\\$1")
              .replaceAll("(?m)^([0-9]+)([.)])", "$1\\\\$2"));
    }
    return prose.toString();
  }

  private static String spans(String text) {
    StringBuilder line = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int open = text.indexOf('`', at);
      int close = open < 0 ? -1 : text.indexOf('`', open + 1);
      if (close <= open + 1) {
        // No pair, or one around nothing: what is left is no code.
        return line.append(running(text.substring(at))).toString();
      }
      line.append(running(text.substring(at, open))).append(text, open, close + 1);
      at = close + 1;
    }
    return line.toString();
  }

  /** The same in a cell of a table, which a bare bar ends even inside code (GFM, "Tables"). */
  public static String cell(String message) {
    return line(message).replace("|", "\\|");
  }

  /** A row of a table, of cells that are Markdown already. */
  public static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  /**
   * What a stranger wrote, as code of one line, cut at so many characters. Code pings nobody and
   * links to nothing, but what closes issues is looked for in the bare text as well (GitLab, {@code
   * ClosingIssueExtractor}), and so are our own marks: what begins a mention, a reference, an
   * address or a comment is broken up, without showing.
   */
  public static String quoted(String text, int most) {
    String clean = UntrustedText.clean(text, most);
    String broken = clean.replaceAll("([@#!~%&$<:/]|(?<=[A-Za-z0-9])-(?=[0-9]))", "$1\u200b");
    String fence = "`".repeat(longestRun(broken) + 1);
    boolean padded = broken.isEmpty() || broken.startsWith("`") || broken.endsWith("`");
    String pad = padded ? " " : "";
    return fence + pad + broken + pad + fence;
  }

  /** A block of code, whose fence is longer than any run of backticks in it. */
  public static String block(String language, String text) {
    String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(text) + 1));
    String end = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    return fence + language + "\n" + text + end + fence + "\n";
  }

  /** Text between tags, where Markdown leaves HTML as it is. */
  public static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private static String running(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '<' -> out.append("&lt;");
        case '&' -> out.append("&amp;");
        case '\\', '`', '*', '[', ']', '~' -> out.append('\\').append(c);
        default -> out.append(c);
      }
      char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      boolean mention = c == '@' && Character.isLetterOrDigit(next);
      if (mention || (c == '#' && Character.isDigit(next))) {
        out.append(INVISIBLE);
      }
    }
    return out.toString();
  }

  private static int longestRun(String text) {
    int longest = 0;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      longest = Math.max(longest, run);
    }
    return longest;
  }
}
