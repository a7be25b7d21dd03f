package dev.mayfly.report;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import java.util.List;
import java.util.stream.Collectors;

/** Problems for a person at a terminal: message, place, excerpt with pointer, hint. */
public record TextReport(boolean colour) {
  /** All problems in the order given, an empty line between two. */
  public String format(List<Problem> problems) {
    return problems.stream().map(this::format).collect(Collectors.joining("\n"));
  }

  private String format(Problem problem) {
    return format(problem, "", TerminalText.clean(problem.message()), List.of());
  }

  /**
   * One problem, with what is worth knowing besides.
   *
   * @param name what its id stands for; may be empty
   * @param words what is wrong, fit for a terminal
   */
  String format(Problem problem, String name, String words, List<String> notes) {
    StringBuilder text = new StringBuilder();
    String head = problem.severity().word() + "[" + problem.id() + "]";
    text.append(TerminalColours.of(problem.severity()).on(head, colour));
    text.append(name.isEmpty() ? "" : " " + name).append(": ");
    text.append(TerminalColours.BOLD.on(words, colour)).append('\n');
    Location location = problem.location();
    int gutter = location == null ? 1 : Integer.toString(location.line()).length();
    if (location != null) {
      place(location, problem.severity(), gutter, text);
    }
    lines("hint", problem.hint(), gutter, text);
    notes.forEach(note -> lines("note", note, gutter, text));
    return text.toString();
  }

  private void place(Location location, Severity severity, int gutter, StringBuilder text) {
    text.append(" ".repeat(gutter)).append(TerminalColours.DIM.on("-->", colour)).append(' ');
    text.append(TerminalText.clean(location.toString())).append('\n');
    if (location.line() == 0 || location.source().text().isEmpty()) {
      return;
    }
    Excerpt excerpt = Excerpt.of(location);
    String bar = TerminalColours.DIM.on("|", colour);
    String blank = " ".repeat(gutter + 1) + bar;
    text.append(blank).append('\n');
    text.append(TerminalColours.DIM.on(Integer.toString(location.line()), colour))
        .append(' ')
        .append(bar);
    text.append(' ').append(excerpt.line()).append('\n');
    text.append(blank).append(' ').append(" ".repeat(excerpt.indent()));
    text.append(TerminalColours.of(severity).on("^".repeat(excerpt.carets()), colour)).append('\n');
  }

  private void lines(String word, String told, int gutter, StringBuilder text) {
    if (told.isEmpty()) {
      return;
    }
    String margin = " ".repeat(gutter + 1);
    String lines =
        told.lines()
            .map(TerminalText::clean)
            .collect(Collectors.joining("\n" + margin + "        "));
    text.append(margin)
        .append(TerminalColours.DIM.on("=", colour))
        .append(' ')
        .append(word)
        .append(": ");
    text.append(lines).append('\n');
  }
}
