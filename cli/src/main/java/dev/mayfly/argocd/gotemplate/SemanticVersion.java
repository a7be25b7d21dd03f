package dev.mayfly.argocd.gotemplate;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A version (Masterminds/semver v3.4.0, {@code version.go}), read as loosely as {@code NewVersion}
 * reads it.
 *
 * @param pointer whether Go holds a {@code *Version}, which alone can be compared
 */
record SemanticVersion(
    long major,
    long minor,
    long patch,
    String prerelease,
    String metadata,
    String original,
    boolean pointer)
    implements GoObject {
  private static final String LIST = "([0-9A-Za-z-]++(?:\\.[0-9A-Za-z-]++)*+)";
  private static final Pattern LOOSE =
      Pattern.compile(
          "v?([0-9]+)(?:\\.([0-9]+))?(?:\\.([0-9]+))?(?:-" + LIST + ")?(?:\\+" + LIST + ")?");
  private static final Pattern NUMBER = Pattern.compile("[0-9]+");
  private static final Pattern UNSIGNED = Pattern.compile("[0-9]{1,20}");
  private static final Set<String> NOT_COMPUTED =
      Set.of("MarshalJSON", "MarshalText", "UnmarshalJSON", "UnmarshalText", "Scan", "Value");

  static SemanticVersion parse(String text) throws TemplateStop {
    Matcher parts = LOOSE.matcher(text);
    if (!parts.matches()) {
      throw TemplateStop.failed("`" + text + "` is not a semantic version");
    }
    return new SemanticVersion(
        number(parts.group(1)),
        number(parts.group(2)),
        number(parts.group(3)),
        prerelease(parts.group(4) == null ? "" : parts.group(4)),
        parts.group(5) == null ? "" : parts.group(5),
        text,
        true);
  }

  private static long number(@Nullable String digits) throws TemplateStop {
    try {
      return digits == null ? 0 : Long.parseUnsignedLong(digits);
    } catch (NumberFormatException e) {
      throw TemplateStop.failed("a part of a version is too large");
    }
  }

  private static String prerelease(String text) throws TemplateStop {
    for (String part : text.split("\\.", -1)) {
      if (part.length() > 1 && part.startsWith("0") && NUMBER.matcher(part).matches()) {
        throw TemplateStop.failed("`" + part + "` in a version starts with 0");
      }
    }
    return text;
  }

  @Override
  public String goType() {
    return pointer ? "*semver.Version" : "semver.Version";
  }

  @Override
  public String text() {
    return Long.toUnsignedString(major)
        + "."
        + Long.toUnsignedString(minor)
        + "."
        + Long.toUnsignedString(patch)
        + (prerelease.isEmpty() ? "" : "-" + prerelease)
        + (metadata.isEmpty() ? "" : "+" + metadata);
  }

  @Override
  public GoValue method(String name, List<GoValue> arguments) throws TemplateStop {
    if (NOT_COMPUTED.contains(name)) {
      throw TemplateStop.unverifiable("the method `" + name + "` of a version is not computed");
    }
    if (arguments.isEmpty()) {
      if (pointer && name.equals("Original")) {
        return GoValue.of(original);
      }
      return switch (name) {
        case "Major" -> new UnsignedNumber(major);
        case "Minor" -> new UnsignedNumber(minor);
        case "Patch" -> new UnsignedNumber(patch);
        case "Prerelease" -> GoValue.of(prerelease);
        case "Metadata" -> GoValue.of(metadata);
        case "String" -> GoValue.of(text());
        case "IncMajor" -> next(major + 1, 0, 0);
        case "IncMinor" -> next(major, minor + 1, 0);
        case "IncPatch" -> next(major, minor, prerelease.isEmpty() ? patch + 1 : patch);
        default -> throw unknown(name);
      };
    }
    if (arguments.size() > 1
        || !pointer
        || !(arguments.getFirst() instanceof SemanticVersion other)
        || !other.pointer) {
      throw name.startsWith("Set")
          ? TemplateStop.unverifiable("the method `" + name + "` of a version is not computed")
          : unknown(name);
    }
    int order = compare(other);
    return switch (name) {
      case "Compare" -> GoValue.of(order);
      case "Equal" -> GoValue.of(order == 0);
      case "LessThan" -> GoValue.of(order < 0);
      case "LessThanEqual" -> GoValue.of(order <= 0);
      case "GreaterThan" -> GoValue.of(order > 0);
      case "GreaterThanEqual" -> GoValue.of(order >= 0);
      default -> throw unknown(name);
    };
  }

  private static SemanticVersion next(long major, long minor, long patch) {
    return new SemanticVersion(major, minor, patch, "", "", "", false);
  }

  /** -1, 0 or 1; metadata does not count. */
  int compare(SemanticVersion other) {
    int order = Long.compareUnsigned(major, other.major);
    order = order != 0 ? order : Long.compareUnsigned(minor, other.minor);
    order = order != 0 ? order : Long.compareUnsigned(patch, other.patch);
    if (order == 0 && prerelease.isEmpty() != other.prerelease.isEmpty()) {
      order = prerelease.isEmpty() ? 1 : -1;
    }
    return Integer.signum(order != 0 ? order : comparePrereleases(prerelease, other.prerelease));
  }

  static int comparePrereleases(String one, String other) {
    String[] ones = one.split("\\.", -1);
    String[] others = other.split("\\.", -1);
    for (int i = 0; i < Math.max(ones.length, others.length); i++) {
      String a = i < ones.length ? ones[i] : "";
      String b = i < others.length ? others[i] : "";
      if (!a.equals(b)) {
        return compareParts(a, b);
      }
    }
    return 0;
  }

  /** Numbers come before words, and one that is too large is a word. */
  private static int compareParts(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return a.isEmpty() ? -1 : 1;
    }
    boolean numberA = isNumber(a);
    boolean numberB = isNumber(b);
    if (numberA && numberB) {
      return Long.compareUnsigned(Long.parseUnsignedLong(a), Long.parseUnsignedLong(b));
    }
    return numberA == numberB ? a.compareTo(b) : numberA ? -1 : 1;
  }

  private static boolean isNumber(String text) {
    return UNSIGNED.matcher(text).matches() && new BigInteger(text).bitLength() <= Long.SIZE;
  }
}
