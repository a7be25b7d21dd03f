package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The suppressions of a run, and which of them silenced something. */
public final class Suppressions {
  private static final String MARK = "mayfly: ignore";
  private static final Pattern COMMENT =
      Pattern.compile("(?:^|\\s)#\\s*mayfly: ignore(?:\\s+(\\S+))?[ \\t]*(.*)$");

  private final Map<String, List<Suppression>> byFile = new TreeMap<>();
  private final Set<Suppression> used = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();

  Suppressions(Corpus corpus, Iterable<Rule> rules) {
    rules.forEach(rule -> names.put(rule.card().id(), rule.card().name()));
    for (Source source : corpus.sources().values()) {
      if (source.text().contains(MARK)) {
        byFile.put(source.name(), read(source));
      }
    }
  }

  /** All of them, by file and line. */
  public List<Suppression> all() {
    return byFile.values().stream().flatMap(List::stream).toList();
  }

  public boolean isUsed(Suppression suppression) {
    return used.contains(suppression);
  }

  public boolean isKnown(Suppression suppression) {
    return names.entrySet().stream()
        .anyMatch(
            rule ->
                rule.getKey().equalsIgnoreCase(suppression.rule())
                    || rule.getValue().equalsIgnoreCase(suppression.rule()));
  }

  /** Whether a finding is silenced; remembers what silenced it. */
  boolean silence(Finding finding) {
    String name = names.getOrDefault(finding.rule(), "");
    boolean silenced = false;
    for (Suppression suppression : byFile.getOrDefault(finding.location().file(), List.of())) {
      if (suppression.silences(finding, name)) {
        used.add(suppression);
        silenced = true;
      }
    }
    return silenced;
  }

  private static List<Suppression> read(Source source) {
    List<Suppression> found = new ArrayList<>();
    long lines = source.text().lines().count();
    for (int number = 1; number <= lines; number++) {
      String line = source.line(number);
      Matcher matcher = line.contains(MARK) ? COMMENT.matcher(line) : null;
      if (matcher != null && matcher.find()) {
        int hash = line.indexOf('#', matcher.start());
        int column = line.codePointCount(0, hash) + 1;
        int end = line.codePointCount(0, line.length()) + 1;
        String rule = matcher.group(1) == null ? "" : matcher.group(1);
        boolean alone = line.substring(0, hash).isBlank();
        found.add(
            new Suppression(
                new Location(source, number, column, number, end),
                rule,
                matcher.group(2).strip(),
                alone ? next(source, number, lines) : number));
      }
    }
    return found;
  }

  /** The first line below that is more than a comment. */
  private static int next(Source source, int number, long lines) {
    for (int line = number + 1; line <= lines; line++) {
      String text = source.line(line).strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        return line;
      }
    }
    return number;
  }
}
