package dev.mayfly.event;

import dev.mayfly.preview.UntrustedText;

/** Untrusted text inside Markdown that a forge shows: comments, pull requests, step summaries. */
public final class Markdown {
  /** Breaks up what forges turn into links and mentions, without showing. */
  private static final String INVISIBLE = "\u200B";

  private Markdown() {}

  /** As running text: no markup, no HTML, no mention, no reference, no link. */
  public static String text(String untrusted, int maxLength) {
    StringBuilder out = new StringBuilder();
    UntrustedText.clean(untrusted, maxLength)
        .codePoints()
        .forEach(
            c -> {
              switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '@', '#', '!', '%', '$', ':' -> out.appendCodePoint(c).append(INVISIBLE);
                case '.' -> out.append(INVISIBLE).append('.');
                case '\\', '`', '*', '_', '{', '}', '[', ']', '(', ')', '+', '-', '|', '~', '=' ->
                    out.append('\\').appendCodePoint(c);
                default -> out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  /** As a code span whose fence is longer than any run of backticks in it. */
  public static String code(String untrusted, int maxLength) {
    String clean = UntrustedText.clean(untrusted, maxLength);
    if (clean.isEmpty()) {
      return "";
    }
    String fence = "`".repeat(longestRun(clean) + 1);
    String space = clean.startsWith("`") || clean.endsWith("`") ? " " : "";
    return fence + space + clean + space + fence;
  }

  /** As a code span in a cell of a table, where even a span ends at a bare bar. */
  public static String cell(String untrusted, int maxLength) {
    return code(untrusted, maxLength).replace("|", "\\|");
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
