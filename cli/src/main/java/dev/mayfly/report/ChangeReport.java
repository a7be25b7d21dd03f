package dev.mayfly.report;

import dev.mayfly.change.Difference;
import dev.mayfly.change.PolicyChange;
import dev.mayfly.change.RenderedObject;
import dev.mayfly.diagnostic.Counted;
import dev.mayfly.event.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What a change of the platform does, what matters most first: what previews may do, what else the
 * platform says, then what becomes of those that are there, then objects and cost, then the bytes.
 */
public final class ChangeReport {
  /** More lines of one kind are counted, not shown: nobody reads them in a comment. */
  private static final int LINES = 40;

  /** Of one line in a comment; names of objects and globs may be longer than anybody reads. */
  private static final int LINE = 200;

  private final PolicyChange change;
  private final TreeDiff diff;

  public ChangeReport(PolicyChange change) {
    this.change = change;
    this.diff = TreeDiff.of(change.before(), change.after());
  }

  public boolean isEmpty() {
    return diff.isEmpty() && change.costs().isEmpty() && change.settings().isEmpty();
  }

  /** What is said where it is empty. */
  public String nothing() {
    return "nothing changes in " + Counted.of(change.after().size(), "rendered file");
  }

  /** A section a kind, and the patch, which {@code git apply} takes together with them. */
  public String text() {
    return before(diff.text());
  }

  /** The same with counts of lines in place of the patch. */
  public String stat() {
    return before(diff.stat());
  }

  private String before(String files) {
    StringBuilder text = new StringBuilder();
    sections(TerminalText::clean)
        .forEach((title, lines) -> {
          text.append(title).append(":\n");
          lines.forEach(line -> text.append("  ").append(line).append('\n'));
          text.append('\n');
        });
    return text.append(files).toString();
  }

  /** For the comment of a review; as long as a comment may be. */
  public String markdown() {
    if (isEmpty()) {
      return "### mayfly diff: " + nothing() + "\n";
    }
    StringBuilder text = new StringBuilder("### mayfly diff: what this change does\n");
    sections(ChangeReport::item)
        .forEach((title, lines) -> {
          text.append("\n**").append(title).append("**\n\n");
          lines.forEach(line -> text.append("* ").append(line).append('\n'));
        });
    text.append("\n");
    return text.append(
            diff.isEmpty()
                ? "Nothing that is rendered changes.\n"
                : diff.markdown(TreeDiff.COMMENT - text.length()))
        .toString();
  }

  private Map<String, List<String>> sections(UnaryOperator<String> shown) {
    Map<String, List<String>> sections = new LinkedHashMap<>();
    put(
        sections,
        "permissions of previews",
        change.permissions().stream().map(ChangeReport::line).toList(),
        shown);
    put(
        sections,
        "settings of mayfly.yaml",
        change.settings().stream()
            .map(it -> sign(it.kind()) + it.what().path() + ": " + it.what().value())
            .toList(),
        shown);
    put(sections, "previews that become stale", List.copyOf(change.stale()), shown);
    put(
        sections,
        "cost",
        change.costs().stream()
            .map(it -> it.what() + ": " + it.before() + " -> " + it.after())
            .toList(),
        shown);
    put(
        sections,
        "objects",
        change.objects().stream()
            .map(it -> sign(it.kind()) + it.what().shown() + owner(it.what()))
            .toList(),
        shown);
    return sections;
  }

  private static void put(
      Map<String, List<String>> sections,
      String title,
      List<String> lines,
      UnaryOperator<String> shown) {
    if (!lines.isEmpty()) {
      List<String> some = new ArrayList<>(lines.stream().limit(LINES).map(shown).toList());
      if (lines.size() > LINES) {
        some.add("and " + (lines.size() - LINES) + " more");
      }
      sections.put(title, some);
    }
  }

  private static String line(Difference<String> difference) {
    return sign(difference.kind()) + difference.what();
  }

  /** In a list of Markdown a sign begins a list of its own. */
  private static String item(String line) {
    String word =
        line.startsWith("+ ")
            ? "new: "
            : line.startsWith("- ") ? "gone: " : line.startsWith("~ ") ? "changed: " : "";
    String said = word + (word.isEmpty() ? line : line.substring(2));
    return Markdown.line(said.length() > LINE ? said.substring(0, LINE) + "…" : said);
  }

  private static String sign(Difference.Kind kind) {
    return switch (kind) {
      case ADDED -> "+ ";
      case REMOVED -> "- ";
      case CHANGED -> "~ ";
    };
  }

  private static String owner(RenderedObject object) {
    return object.owner().isEmpty() ? "" : " of each preview of `" + object.owner() + "`";
  }
}
