package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.List;

/** A branch filter matches more than it seems to. */
public final class UnanchoredFilter implements FilterRule {
  @Override
  public void check(MapNode filter, Findings out) {
    Node pattern = filter.get("targetBranchMatch");
    String text = NodeValues.text(pattern);
    if (pattern != null
        && !text.isEmpty()
        && !TemplateText.isTemplated(text)
        && !isAnchored(text)) {
      out.add(pattern, "`" + text + "` also matches longer branch names");
    }
  }

  /** Open ends that are written out (`.*`) are meant. Each alternative has ends of its own. */
  private static boolean isAnchored(String pattern) {
    List<String> alternatives = alternatives(pattern);
    if (alternatives.size() > 1) {
      return alternatives.stream().allMatch(UnanchoredFilter::isAnchored);
    }
    if (pattern.startsWith("(") && closing(pattern) == pattern.length() - 1) {
      return isAnchored(pattern.substring(1, pattern.length() - 1).replaceFirst("^\\?:", ""));
    }
    return (pattern.startsWith("^") || pattern.startsWith(".*"))
        && (pattern.endsWith("$") || pattern.endsWith(".*") || pattern.endsWith(".+"));
  }

  /** What stands between the {@code |} outside brackets. */
  private static List<String> alternatives(String pattern) {
    List<String> found = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < pattern.length(); i++) {
      depth += depth(pattern, i);
      if (depth == 0 && pattern.charAt(i) == '|') {
        found.add(pattern.substring(start, i));
        start = i + 1;
      }
    }
    found.add(pattern.substring(start));
    return found;
  }

  /** Where the bracket that the pattern begins with is closed. */
  private static int closing(String pattern) {
    int depth = 0;
    for (int i = 0; i < pattern.length(); i++) {
      depth += depth(pattern, i);
      if (depth == 0) {
        return i;
      }
    }
    return -1;
  }

  private static int depth(String pattern, int at) {
    boolean escaped = at > 0 && pattern.charAt(at - 1) == '\\';
    return switch (pattern.charAt(at)) {
      case '(' -> escaped ? 0 : 1;
      case ')' -> escaped ? 0 : -1;
      default -> 0;
    };
  }
}
