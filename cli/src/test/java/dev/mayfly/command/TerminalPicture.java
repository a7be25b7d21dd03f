package dev.mayfly.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a terminal shows, as SVG: on a ground of its own, so that it reads on light and on dark
 * pages, and with every line as wide as its characters, whatever font a reader has.
 */
final class TerminalPicture {
  static final String GROUND = "#161b22";
  static final String TEXT = "#e6edf3";

  /** The codes that reports use, and how they look here. */
  static final Map<String, String> COLOURS =
      new TreeMap<>(
          Map.of(
              "31;1", "#ff7b72", "32", "#7ee787", "33;1", "#e3b341", "34;1", "#79c0ff", "1", TEXT,
              "2", "#9ea7b3"));

  static final int COLUMNS = 108;
  private static final double CHARACTER = 7.8;
  private static final int LINE = 18;
  private static final int MARGIN = 16;
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[([0-9;]*)m");

  private TerminalPicture() {}

  static String svg(String title, List<String> lines) {
    List<String> texts = new ArrayList<>();
    String code = "0";
    int row = 0;
    for (String line : lines) {
      int column = 0;
      StringBuilder spans = new StringBuilder();
      List<String> rows = new ArrayList<>();
      Matcher escape = ESCAPE.matcher(line);
      for (int at = 0; at < line.length(); ) {
        boolean coloured = escape.find(at);
        if (coloured && escape.start() == at) {
          code = escape.group(1);
          at = escape.end();
          continue;
        }
        int end = Math.min(coloured ? escape.start() : line.length(), at + COLUMNS - column);
        spans.append(span(code, line.substring(at, end)));
        column += end - at;
        at = end;
        if (column == COLUMNS && at < line.length()) {
          rows.add(text(spans, column, row + rows.size()));
          spans.setLength(0);
          column = 0;
        }
      }
      if (!spans.isEmpty()) {
        rows.add(text(spans, column, row + rows.size()));
      }
      row += Math.max(1, rows.size());
      texts.addAll(rows);
    }
    int width = (int) Math.ceil(COLUMNS * CHARACTER) + 2 * MARGIN;
    int height = row * LINE + 2 * MARGIN;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" width="%d" height="%d" viewBox="0 0 %d %d" role="img">
    <title>%s</title>
    <rect x="0.5" y="0.5" width="%d" height="%d" rx="8" fill="%s" stroke="#6e7681"/>
    <g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="13" fill="%s">
    %s
    </g>
    </svg>
    """
        .formatted(
            width,
            height,
            width,
            height,
            escaped(title),
            width - 1,
            height - 1,
            GROUND,
            TEXT,
            String.join("\n", texts));
  }

  private static String text(CharSequence spans, int columns, int row) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" textLength=\"%.1f\" lengthAdjust=\"spacingAndGlyphs\">%s</text>",
        MARGIN,
        MARGIN + 13 + row * LINE,
        columns * CHARACTER,
        spans);
  }

  private static String span(String code, String text) {
    // Blanks that a browser neither drops nor joins.
    String shown = escaped(text).replace(' ', '\u00a0');
    if (code.equals("0") || code.isEmpty()) {
      return shown;
    }
    String colour = COLOURS.get(code);
    if (colour == null) {
      throw new IllegalArgumentException("no colour for " + code);
    }
    String weight = code.endsWith("1") ? " font-weight=\"bold\"" : "";
    return "<tspan fill=\"" + colour + "\"" + weight + ">" + shown + "</tspan>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
