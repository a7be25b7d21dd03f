package dev.mayfly.template;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values that a template is given and does not use: each is a setting without effect. Who means
 * it says so in the comment that the file begins with, as {@code # mayfly: unused KEY REASON}; a
 * key may end in {@code .*}.
 */
final class UnusedValues {
  private static final String MARK = "# mayfly: unused";

  private UnusedValues() {}

  static void check(Source source, Set<String> unused, Problems problems) {
    if (unused.isEmpty() && !source.text().contains(MARK)) {
      return; // Every template of every run comes by here.
    }
    Set<String> left = new TreeSet<>(unused);
    for (Declared declared : declared(source)) {
      if (declared.reason.isEmpty()) {
        problems.error(
            "unused-without-reason",
            declared.at,
            "the comment does not say why `" + declared.key + "` is left unused",
            "write it behind the key: `" + MARK + " " + declared.key + " we route by Ingress`");
      } else if (!left.removeIf(declared::covers) && unused.stream().noneMatch(declared::covers)) {
        problems.error(
            "unused-but-used",
            declared.at,
            "`" + declared.key + "` names no value that this template leaves unused",
            "take the line out");
      }
    }
    for (String key : unused) {
      if (left.contains(key)) {
        problems.error(
            "unused-value",
            Location.of(source),
            "the value `" + key + "` is supplied to `" + source.name() + "` and not used",
            "use ${"
                + key
                + "}; a value that is left out is a setting that has no effect, unless the file"
                + " begins with `"
                + MARK
                + " "
                + key
                + " REASON`");
      }
    }
  }

  private record Declared(String key, String reason, Location at) {
    boolean covers(String value) {
      return key.endsWith(".*")
          ? value.startsWith(key.substring(0, key.length() - 1))
          : value.equals(key);
    }
  }

  /** Only above everything else: further down a line of text could look like it. */
  private static List<Declared> declared(Source source) {
    List<Declared> declared = new ArrayList<>();
    List<String> lines = source.text().lines().toList();
    for (int i = 0; i < lines.size() && isHead(lines.get(i)); i++) {
      if (lines.get(i).equals(MARK) || lines.get(i).startsWith(MARK + " ")) {
        String said = lines.get(i).substring(MARK.length()).strip();
        int blank = said.indexOf(' ');
        declared.add(
            new Declared(
                blank < 0 ? said : said.substring(0, blank),
                blank < 0 ? "" : said.substring(blank).strip(),
                new Location(source, i + 1, 1, i + 1, lines.get(i).length() + 1)));
      }
    }
    return declared;
  }

  private static boolean isHead(String line) {
    return line.isBlank() || line.startsWith("#");
  }
}
