package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Files that another engine turns into YAML first: they are left alone, and that is said once. */
public final class ForeignTemplates {
  private static final String TEMPLATES = "templates/";
  private static final String PLATFORM_TEMPLATE = "platform-template";

  /** What scripts and test suites replace: a word in capitals between signs of some sort. */
  private static final String HOLE =
      "(?:__[A-Z][A-Z0-9_]*__|\\$\\{[A-Za-z_]\\w*(?::?[-=][^}\\n]*)?}|@[A-Z_]+@|<[A-Z][A-Z0-9_-]*>"
          + "|%%\\w+%%|\\{[A-Z][A-Z0-9]+(?:_[A-Z0-9]+)*})";

  private static final Pattern PLACEHOLDER = Pattern.compile("(?m)^[ \\t]*" + HOLE + "[ \\t]*$");
  private static final Pattern WITHIN = Pattern.compile(HOLE);
  private static final Pattern SIGNS = Pattern.compile("[{$<%@]|__");

  /** To YAML a value between such signs is a comment, and the field has none. */
  private static final Pattern COMMENT = Pattern.compile("(?m):[ \\t]+##[A-Z][A-Z0-9_]*##[ \\t]*$");

  /** A text that says of itself that something else is to stand there. */
  private static final Pattern STAND_IN =
      Pattern.compile("(?:PLACEHOLDER|REPLACE|CHANGE_?ME|TODO|YOUR)(?:_[A-Z0-9]+)*");

  /** The charts by folder, in order. */
  private final Set<String> charts = new TreeSet<>();

  /** Folders with templates of our own. */
  private final Set<String> platforms = new TreeSet<>();

  private final Set<String> paths;

  /** The templates outside of charts that were met, by folder; files are read side by side. */
  private final Map<String, Set<String>> left = new ConcurrentSkipListMap<>();

  ForeignTemplates(Set<String> paths) {
    this.paths = paths;
    for (String path : paths) {
      if (path.equals("Chart.yaml") || path.endsWith("/Chart.yaml")) {
        charts.add(RelativePath.parent(path));
      } else if (path.equals("mayfly.yaml") || path.endsWith("/mayfly.yaml")) {
        platforms.add(RelativePath.parent(path));
      }
    }
  }

  /** Whether a file lies in the {@code templates} folder of a chart, or of a Mayfly platform. */
  boolean isTemplate(String path) {
    if (!path.startsWith("templates/") && !path.contains("/templates/")) {
      return false;
    }
    for (int at = path.indexOf("templates/"); at >= 0; at = path.indexOf("templates/", at + 1)) {
      String owner = at == 0 ? "" : path.substring(0, at - 1);
      if ((at == 0 || path.charAt(at - 1) == '/')
          && (charts.contains(owner) || platforms.contains(owner))) {
        return true;
      }
    }
    return false;
  }

  /** Remembers a file that is no manifest before some engine has filled it in. */
  void leave(String path) {
    left.computeIfAbsent(RelativePath.parent(path), key -> new ConcurrentSkipListSet<>()).add(path);
  }

  /** One note a chart that has templates, and one a folder that has others. */
  List<Problem> notes() {
    return Stream.concat(
            charts.stream()
                .filter(chart ->
                    paths.stream().anyMatch(it -> it.startsWith(folder(chart) + TEMPLATES)))
                .map(chart -> chartNote(folder(chart))),
            Stream.concat(
                platforms.stream().flatMap(it -> platformNote(folder(it)).stream()),
                left.values().stream().map(ForeignTemplates::note)))
        .toList();
  }

  private static String folder(String chart) {
    return chart.isEmpty() ? "" : chart + "/";
  }

  private static Problem chartNote(String folder) {
    return Problem.note(
        "foreign-template",
        Location.ofFile(folder + "Chart.yaml"),
        "the templates of this Helm chart are not read",
        "render the chart and give the result to lint; `mayfly lint --bundle DIR` proves the"
            + " bundle of an app");
  }

  private Optional<Problem> platformNote(String folder) {
    return paths.stream()
        .filter(it -> it.startsWith(folder + TEMPLATES))
        .min(Comparator.naturalOrder())
        .map(first ->
            Problem.note(
                PLATFORM_TEMPLATE,
                Location.ofFile(first),
                "the templates of this platform are not read",
                "lint the platform's folder without a path: what they give is judged then"));
  }

  private static Problem note(Set<String> files) {
    int others = files.size() - 1;
    return Problem.note(
        "foreign-template",
        Location.ofFile(files.iterator().next()),
        others == 0
            ? "this is a template of another engine and is not read"
            : "this and "
                + others
                + " more of the folder are templates of another engine and are not read",
        "render them and give the result to lint");
  }

  /**
   * Text that is no YAML, and holds an action of Go's or Jinja's template language or a line that
   * some script replaces as a whole.
   */
  static boolean isTemplateText(String text) {
    return text.contains("{{")
        || text.contains("{%")
        || text.contains("<%")
        || PLACEHOLDER.matcher(text).find();
  }

  /** Whether values are filled in that YAML takes for comments. */
  static boolean hasHoleInComment(String text) {
    return text.contains("##") && COMMENT.matcher(text).find();
  }

  /** Whether some other program still replaces a part of the text. */
  public static boolean isHole(String text) {
    if (!SIGNS.matcher(text).find()) {
      return STAND_IN.matcher(text).matches();
    }
    return text.contains("{{")
        || text.contains("${")
        || text.contains("$(")
        || text.contains("{%")
        || text.contains("<%")
        || (text.startsWith("<") && text.endsWith(">"))
        || WITHIN.matcher(text).find();
  }

  /** Whether a problem lies where some script puts its text in: at the line, or just above. */
  static boolean isAtPlaceholder(String text, Problem problem) {
    Location at = problem.location();
    return at != null
        && text.lines()
            .skip(Math.max(0, at.line() - 2))
            .limit(2)
            .anyMatch(it -> WITHIN.matcher(it).find());
  }
}
