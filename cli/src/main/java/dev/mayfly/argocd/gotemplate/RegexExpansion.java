package dev.mayfly.argocd.gotemplate;

import com.google.re2j.Matcher;
import java.util.regex.Pattern;

/** What replaces a match, with its groups filled in (Go, {@code regexp.Expand}). */
final class RegexExpansion {
  /** A name runs as far as it can, so that {@code $1x} is not group 1. */
  private static final Pattern REFERENCE =
      Pattern.compile("\\$(?:\\$|(NAME)|\\{(NAME)})".replace("NAME", "[_\\p{L}\\p{Nd}]++"));

  private RegexExpansion() {}

  /** Go's {@code $1} and <code>${1}</code>, and {@code $$} for a dollar. */
  static void add(StringBuilder out, Matcher matcher, String with) {
    java.util.regex.Matcher reference = REFERENCE.matcher(with);
    int at = 0;
    while (reference.find()) {
      out.append(with, at, reference.start());
      String name = reference.group(1) == null ? reference.group(2) : reference.group(1);
      out.append(name == null ? "$" : group(matcher, name));
      at = reference.end();
    }
    out.append(with.substring(at));
  }

  private static String group(Matcher matcher, String name) {
    if (!name.matches("[0-9]{1,4}")) {
      if (name.matches("[0-9].*")) {
        return "";
      }
      // A name that no group has is empty in Go, and an error in RE2 for Java.
      Integer group = matcher.pattern().namedGroups().get(name);
      return group == null || matcher.group(group) == null ? "" : matcher.group(group);
    }
    int number = Integer.parseInt(name);
    String group = number <= matcher.groupCount() ? matcher.group(number) : null;
    return group == null ? "" : group;
  }
}
