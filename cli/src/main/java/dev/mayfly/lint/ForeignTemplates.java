package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Files that another engine turns into YAML first: they are left alone, and that is said once. */
final class ForeignTemplates {
  /** The charts by folder, in order. */
  private final Set<String> charts = new TreeSet<>();

  /** Folders with templates of our own. */
  private final Set<String> platforms = new TreeSet<>();

  private final Set<String> paths;

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
  boolean isChartTemplate(String path) {
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

  /** One note a chart that has templates. */
  List<Problem> notes() {
    return charts.stream()
        .filter(chart -> paths.stream().anyMatch(it -> it.startsWith(folder(chart) + "templates/")))
        .map(chart -> chartNote(folder(chart)))
        .toList();
  }

  private static String folder(String chart) {
    return chart.isEmpty() ? "" : chart + "/";
  }

  private static Problem chartNote(String folder) {
    return CorpusReader.note(
        "foreign-template",
        Location.ofFile(folder + "Chart.yaml"),
        "the templates of this Helm chart are not read",
        "render the chart and give the result to lint");
  }

  static Problem note(String path) {
    return CorpusReader.note(
        "foreign-template",
        Location.ofFile(path),
        "this is a template of another engine and is not read",
        "render it and give the result to lint");
  }

  /** Text that is no YAML and holds an action of Go's or Jinja's template language. */
  static boolean isTemplateText(String text) {
    return text.contains("{{") || text.contains("{%") || text.contains("<%");
  }
}
