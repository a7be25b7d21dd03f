package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One comparison with a version (Masterminds/semver v3.4.0, {@code constraints.go}).
 *
 * @param open how many of the version's three parts stand open, as in {@code 1.x}; 3 for {@code *}
 */
record VersionConstraint(String operator, SemanticVersion version, int open) {
  private static final int LONGEST = 256;
  private static final String S = "[\\t\\n\\f\\r ]";
  private static final String OPERATOR = "(=||!=|>|<|>=|=>|<=|=<|~|~>|\\^)";
  private static final String LIST = "([0-9A-Za-z\\-]+(\\.[0-9A-Za-z\\-]+)*)";
  private static final String VERSION =
      "(v?([0-9|xX*]+)(\\.[0-9|xX*]+)?(\\.[0-9|xX*]+)?(-" + LIST + ")?(\\+" + LIST + ")?)";
  private static final String ONE = OPERATOR + S + "*" + VERSION;
  private static final Pattern FIND = Pattern.compile(ONE);
  private static final Pattern RANGE =
      Pattern.compile(S + "*" + VERSION + S + "+-" + S + "+" + VERSION + S + "*");

  /** What the library's pattern accepts, written so that it never tries one gap in two ways. */
  private static final Pattern ALL =
      Pattern.compile(
          (S + "*+ONE(?:(?:" + S + "*+," + S + "*+|" + S + "++)ONE)*" + S + "*+")
              .replace("ONE", OPERATOR + S + "*+" + VERSION));

  /** Whether a version satisfies what stands between two {@code ||}, for any of them. */
  static boolean isSatisfied(String constraints, String version) throws TemplateStop {
    if (constraints.length() > LONGEST) {
      throw TemplateStop.unverifiable("a constraint is longer than " + LONGEST + " characters");
    }
    List<List<VersionConstraint>> any = new ArrayList<>();
    for (String all : withoutRanges(constraints).split("\\|\\|", -1)) {
      any.add(parse(all));
    }
    SemanticVersion parsed = SemanticVersion.parse(version);
    return any.stream().anyMatch(all -> isSatisfied(all, parsed));
  }

  private static boolean isSatisfied(List<VersionConstraint> all, SemanticVersion version) {
    // A release in the making satisfies only constraints of which one names such a release.
    boolean prereleases = all.stream().anyMatch(one -> !one.version.prerelease().isEmpty());
    return (prereleases || version.prerelease().isEmpty())
        && all.stream().allMatch(one -> one.holds(version));
  }

  private static String withoutRanges(String text) {
    String result = text;
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      int at = result.indexOf(range.group());
      if (at >= 0) {
        result =
            result.substring(0, at)
                + (">= " + range.group(1) + ", <= " + range.group(11) + " ")
                + result.substring(at + range.group().length());
      }
    }
    return result;
  }

  private static List<VersionConstraint> parse(String text) throws TemplateStop {
    if (!ALL.matcher(text).matches()) {
      throw TemplateStop.failed("`" + text + "` is not a constraint of versions");
    }
    List<VersionConstraint> all = new ArrayList<>();
    Matcher parts = FIND.matcher(text);
    while (parts.find()) {
      String suffix = parts.group(6) == null ? "" : parts.group(6);
      int open = isOpen(parts.group(3)) ? 3 : isOpen(parts.group(4)) ? 2 : 0;
      open = open == 0 && isOpen(parts.group(5)) ? 1 : open;
      String version =
          switch (open) {
            case 3 -> "0.0.0" + suffix;
            case 2 -> parts.group(3) + ".0.0" + suffix;
            case 1 -> parts.group(3) + parts.group(4) + ".0" + suffix;
            default -> parts.group(2);
          };
      all.add(new VersionConstraint(parts.group(1), SemanticVersion.parse(version), open));
    }
    return all;
  }

  private static boolean isOpen(@Nullable String part) {
    return part == null || part.matches("\\.?[xX*]");
  }

  private boolean holds(SemanticVersion v) {
    int order = v.compare(version);
    int major = Long.compareUnsigned(v.major(), version.major());
    int minor = Long.compareUnsigned(v.minor(), version.minor());
    return switch (operator) {
      case "!=" -> differs(v, order, major, minor);
      case ">" ->
          open == 0 || open == 3 && major == 0
              ? order > 0
              : major > 0 || major == 0 && open == 1 && minor > 0;
      case "<" -> order < 0;
      case ">=", "=>" -> order >= 0;
      case "<=", "=<" ->
          open == 0 ? order <= 0 : major < 0 || major == 0 && (minor <= 0 || open == 2);
      case "^" -> order >= 0 && isCompatible(v, major, minor);
      case "~", "~>" -> order >= 0 && isNear(major, minor);
      default -> open == 0 ? order == 0 : order >= 0 && isNear(major, minor);
    };
  }

  private boolean differs(SemanticVersion v, int order, int major, int minor) {
    if (open == 0 || open == 3) {
      return order != 0;
    }
    return major != 0
        || open == 1
            && (minor != 0
                || SemanticVersion.comparePrereleases(v.prerelease(), version.prerelease()) != 0);
  }

  private boolean isNear(int major, int minor) {
    boolean zero = version.major() == 0 && version.minor() == 0 && version.patch() == 0;
    return zero && open != 1 && open != 2 || major == 0 && (minor == 0 || open == 2);
  }

  private boolean isCompatible(SemanticVersion v, int major, int minor) {
    if (version.major() != 0 || open == 2 || major != 0) {
      return major == 0;
    }
    boolean byMinor = version.minor() != 0 || open == 1 || minor != 0;
    return byMinor ? minor == 0 : v.patch() == version.patch();
  }
}
