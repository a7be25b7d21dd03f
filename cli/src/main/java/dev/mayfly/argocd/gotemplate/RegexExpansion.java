package dev.mayfly.argocd.gotemplate;

import com.google.re2j.Matcher;

/** What replaces a match, with its groups filled in (Go, {@code regexp.Expand}). */
final class RegexExpansion {
  private RegexExpansion() {}

  /**
   * Go's {@code $1} and <code>${1}</code>; a name runs as far as it can, so {@code $1x} is empty.
   */
  static void add(StringBuilder out, Matcher matcher, String with) {
    int i = 0;
    while (i < with.length()) {
      char c = with.charAt(i++);
      if (c != '$' || i == with.length()) {
        out.append(c);
        continue;
      }
      if (with.charAt(i) == '$') {
        out.append('$');
        i++;
        continue;
      }
      boolean braces = with.charAt(i) == '{';
      int start = braces ? i + 1 : i;
      int end = start;
      while (end < with.length()
          && (with.charAt(end) == '_' || Character.isLetterOrDigit(with.charAt(end)))) {
        end++;
      }
      if (end == start || (braces && (end == with.length() || with.charAt(end) != '}'))) {
        out.append('$');
        continue;
      }
      out.append(group(matcher, with.substring(start, end)));
      i = braces ? end + 1 : end;
    }
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
