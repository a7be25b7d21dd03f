package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Source;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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

  /** The line ends with a literal block's sign, and perhaps a comment. */
  private static final Pattern BLOCK = Pattern.compile(":\\s+\\|[-+0-9]*\\s*(?:#.*)?$");

  private static final TreeMap<Integer, Integer> NONE = new TreeMap<>();

  private final Map<String, List<Suppression>> byFile = new TreeMap<>();

  private final Map<String, TreeMap<Integer, Integer>> blocks = new HashMap<>();

  /** Those that give a reason; the others silence nothing. */
  private final Set<Aim> aims = new HashSet<>();

  private final Set<Aim> used = new HashSet<>();
  private final Map<String, String> names = new HashMap<>();
  private final Set<String> known = new HashSet<>();

  /** What a suppression is for; many comments may have one aim, and no finding asks them all. */
  private record Aim(String file, int line, String rule) {
    static Aim of(Suppression suppression) {
      return new Aim(suppression.comment().file(), suppression.line(), folded(suppression.rule()));
    }
  }

  Suppressions(Corpus corpus, Iterable<Rule> rules) {
    for (Rule rule : rules) {
      names.put(rule.card().id(), folded(rule.card().name()));
      known.add(folded(rule.card().id()));
      known.add(folded(rule.card().name()));
    }
    List<Source> sources = List.copyOf(corpus.sources().values());
    List<List<Suppression>> read = SharedWork.map(sources, Suppressions::read);
    for (int i = 0; i < sources.size(); i++) {
      List<Suppression> found = read.get(i);
      if (!found.isEmpty()) {
        byFile.put(sources.get(i).name(), found);
        blocks.put(sources.get(i).name(), blocks(sources.get(i), found));
        found.stream().filter(it -> !it.reason().isEmpty()).forEach(it -> aims.add(Aim.of(it)));
      }
    }
  }

  /** All of them, by file and line. */
  public List<Suppression> all() {
    return byFile.values().stream().flatMap(List::stream).toList();
  }

  public boolean isUsed(Suppression suppression) {
    return !suppression.reason().isEmpty() && used.contains(Aim.of(suppression));
  }

  public boolean isKnown(Suppression suppression) {
    return known.contains(folded(suppression.rule()));
  }

  /** Whether a finding is silenced; remembers what silenced it. */
  boolean silence(Finding finding) {
    Location at = finding.location();
    boolean silenced = false;
    if (byFile.containsKey(at.file())) {
      for (String rule : List.of(folded(finding.rule()), names.getOrDefault(finding.rule(), ""))) {
        for (int line : new int[] {at.line(), head(at)}) {
          Aim aim = new Aim(at.file(), line, rule);
          if (aims.contains(aim)) {
            used.add(aim);
            silenced = true;
          }
        }
      }
    }
    return silenced;
  }

  /** The line of a block's key for what stands in the block, which takes no comment. */
  private int head(Location at) {
    Map.Entry<Integer, Integer> block = blocks.getOrDefault(at.file(), NONE).floorEntry(at.line());
    return block == null || at.line() > block.getValue() ? at.line() : block.getKey();
  }

  /**
   * The literal blocks whose keys have a comment: the line of the key, and the last of the block.
   */
  private static TreeMap<Integer, Integer> blocks(Source source, List<Suppression> found) {
    TreeMap<Integer, Integer> blocks = new TreeMap<>();
    for (Suppression suppression : found) {
      int key = suppression.line();
      String line = source.line(key);
      if (!blocks.containsKey(key) && BLOCK.matcher(line).find()) {
        int end = key;
        while (end < source.lines()
            && (source.line(end + 1).isBlank() || indent(source.line(end + 1)) > indent(line))) {
          end++;
        }
        blocks.put(key, end);
      }
    }
    return blocks;
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String folded(String rule) {
    return rule.toLowerCase(Locale.ROOT);
  }

  /** From the last line up, so that what stands below a comment is known when it is met. */
  private static List<Suppression> read(Source source) {
    if (!source.text().contains(MARK)) {
      return List.of();
    }
    List<Suppression> found = new ArrayList<>();
    int below = 0;
    for (int number = source.lines(); number >= 1; number--) {
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
                alone && below > 0 ? below : number));
      }
      String text = line.strip();
      if (!text.isEmpty() && !text.startsWith("#")) {
        below = number;
      }
    }
    return found.reversed();
  }
}
