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
  private static final GoValue NONE = new GoValue.Items(List.of(), true);

  private RegexFunctions() {}

  static boolean isNone(Object value) {
    return MapChanges.isSame(value, NONE);
  }

  static void addTo(FunctionTable all) {
    all.addBoth("regexFind", 2, a -> GoValue.of(find(matcher(a))));
    all.addBoth("regexFindAll", 3, a -> all(findAll(matcher(a), a.whole(2))));
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
      return GoValue.texts(List.of());
    }
    if (text.isEmpty() && !a.text(0).isEmpty()) {
      return GoValue.texts(List.of(""));
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    int end = 0;
    while ((most < 0 || parts.size() < most - 1) && matcher.find()) {
      end = matcher.start();
      if (matcher.end() != 0) {
        parts.add(text.substring(from, end));
        from = matcher.end();
        Meter.items(parts.size());
      }
    }
    if (most > 0 || end != text.length()) {
      parts.add(text.substring(from));
    }
    return GoValue.texts(parts);
  }

  private static boolean isValid(String pattern) {
    try {
      return Re2Bounds.exceeded(pattern).isPresent() || Pattern.compile(pattern) != null;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private static Matcher matcher(Arguments a) throws TemplateStop {
    Optional<String> exceeded = Re2Bounds.exceeded(a.text(0));
    if (exceeded.isPresent()) {
      throw TemplateStop.unverifiable("the expression is not tried here: " + exceeded.get());
    }
    try {
      return Pattern.compile(a.text(0)).matcher(a.text(1));
    } catch (PatternSyntaxException e) {
      throw TemplateStop.failed("`" + a.text(0) + "` is not an RE2 expression");
    }
  }

  /** Alone among them, this one takes no match from a pattern that is none. */
  private static boolean isFound(Arguments a) throws TemplateStop {
    a.text(1);
    return isValid(a.text(0)) && matcher(a).find();
  }

  private static String find(Matcher matcher) {
    return matcher.find() ? matcher.group() : "";
  }

  private static GoValue all(List<String> found) {
    return found.isEmpty() ? NONE : GoValue.texts(found);
  }

  private static List<String> findAll(Matcher matcher, int most) throws TemplateStop {
    List<String> found = new ArrayList<>();
    while ((most < 0 || found.size() < most) && matcher.find()) {
      found.add(matcher.group());
      Meter.items(found.size());
    }
    return found;
  }

  private static String replaced(Arguments a, boolean expands) throws TemplateStop {
    Matcher matcher = matcher(a);
    String text = a.text(1);
    String with = a.text(2);
    StringBuilder out = new StringBuilder();
    int from = 0;
    int last = -1;
    while (matcher.find()) {
      // RE2 for Java looks between the halves of a character; and Go takes no empty match behind
      // one.
      boolean empty = matcher.start() == matcher.end();
      boolean within =
          matcher.start() > 0
              && matcher.start() < text.length()
              && Character.isSurrogatePair(
                  text.charAt(matcher.start() - 1), text.charAt(matcher.start()));
      if (within || (empty && matcher.start() == last)) {
        continue;
      }
      last = matcher.end();
      out.append(text, from, matcher.start());
      if (expands) {
        RegexExpansion.add(out, matcher, with);
      } else {
        out.append(with);
      }
      from = matcher.end();
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
