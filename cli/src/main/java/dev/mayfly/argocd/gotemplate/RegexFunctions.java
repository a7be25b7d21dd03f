package dev.mayfly.argocd.gotemplate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** sprig's regular expressions, which are RE2 (Masterminds/sprig v3.3.0, {@code regex.go}). */
final class RegexFunctions {
  /** No match at all is a slice that is nil, which only JSON tells from an empty one. */
  private static final GoValue NONE = new GoValue.Items(List.of(), "string");

  private RegexFunctions() {}

  static boolean isNone(Object value) {
    return MapChanges.isSame(value, NONE);
  }

  static void addTo(FunctionTable all) {
    all.addBoth("regexFind", 2, a -> GoValue.of(find(matcher(a))));
    all.addBoth("regexFindAll", 3, a -> all(findAll(a)));
    all.addBoth("regexReplaceAll", 3, a -> GoValue.of(replaced(a, true)));
    all.addBoth("regexReplaceAllLiteral", 3, a -> GoValue.of(replaced(a, false)));
    all.addBoth("regexSplit", 3, RegexFunctions::split);
    all.add("mustRegexMatch", 2, a -> GoValue.of(matcher(a).find()));
    all.add("regexMatch", 2, a -> GoValue.of(isFound(a)));
    all.text("regexQuoteMeta", 1, a -> quoteMeta(a.text(0)));
  }

  /** Go's {@code Regexp.Split}. */
  private static GoValue split(Arguments a) throws TemplateStop {
    Matcher matcher = matcher(a);
    String text = a.text(1);
    int most = a.whole(2);
    if (most == 0) {
      return NONE;
    }
    if (text.isEmpty() && !a.text(0).isEmpty()) {
      return GoValue.texts(List.of(""));
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    int end = 0;
    int last = -1;
    while (parts.size() != most - 1 && finds(matcher, text, last)) {
      end = matcher.start();
      last = matcher.end();
      if (last != 0) {
        parts.add(text.substring(from, end));
        Meter.items(parts.size());
      }
      from = last;
    }
    if (end != text.length()) {
      parts.add(text.substring(from));
    }
    return GoValue.texts(parts);
  }

  /** Empty for a pattern that is none. */
  private static Optional<Pattern> compiled(String pattern) throws TemplateStop {
    Optional<String> exceeded = Re2Bounds.exceeded(pattern);
    if (exceeded.isPresent()) {
      throw TemplateStop.unverifiable("the expression is not tried here: " + exceeded.get());
    }
    try {
      return Optional.of(Pattern.compile(pattern));
    } catch (PatternSyntaxException e) {
      return Optional.empty();
    }
  }

  private static Matcher matcher(Arguments a) throws TemplateStop {
    String pattern = a.text(0);
    return compiled(pattern)
        .orElseThrow(() -> TemplateStop.failed("`" + pattern + "` is not an RE2 expression"))
        .matcher(a.text(1));
  }

  /** Alone among them, this one takes no match from a pattern that is none. */
  private static boolean isFound(Arguments a) throws TemplateStop {
    String text = a.text(1);
    return compiled(a.text(0)).filter(it -> it.matcher(text).find()).isPresent();
  }

  private static String find(Matcher matcher) {
    return matcher.find() ? matcher.group() : "";
  }

  private static GoValue all(List<String> found) {
    return found.isEmpty() ? NONE : GoValue.texts(found);
  }

  private static List<String> findAll(Arguments a) throws TemplateStop {
    Matcher matcher = matcher(a);
    int most = a.whole(2);
    List<String> found = new ArrayList<>();
    int last = -1;
    while (found.size() != most && finds(matcher, a.text(1), last)) {
      last = matcher.end();
      found.add(matcher.group());
      Meter.items(found.size());
    }
    return found;
  }

  /**
   * Goes to the next match. RE2 for Java looks between the halves of a character too, and Go takes
   * no empty match that begins where the last one ends.
   */
  private static boolean finds(Matcher matcher, String text, int last) {
    while (matcher.find()) {
      int start = matcher.start();
      boolean empty = start == matcher.end();
      if (!isWithin(text, start) && !(empty && start == last)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isWithin(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  private static String replaced(Arguments a, boolean expands) throws TemplateStop {
    Matcher matcher = matcher(a);
    String text = a.text(1);
    String with = a.text(2);
    StringBuilder out = new StringBuilder();
    int from = 0;
    int last = -1;
    while (finds(matcher, text, last)) {
      last = matcher.end();
      out.append(text, from, matcher.start());
      if (expands) {
        RegexExpansion.add(out, matcher, with);
      } else {
        out.append(with);
      }
      from = last;
      Meter.length(out.length());
    }
    return out.append(text.substring(from)).toString();
  }

  private static String quoteMeta(String text) throws TemplateStop {
    String quoted = text.replaceAll("[\\\\.+*?()|\\[\\]{}^$]", "\\\\$0");
    Meter.length(quoted.length());
    return quoted;
  }
}
