package dev.mayfly.argocd.gotemplate;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** sprig's regular expressions, which are RE2 (Masterminds/sprig v3.3.0, {@code regex.go}). */
final class RegexFunctions {
  static final Map<String, TemplateFunction> ALL = all();

  private RegexFunctions() {}

  private static Map<String, TemplateFunction> all() {
    Map<String, TemplateFunction> all = new HashMap<>();
    for (String must : List.of("", "must")) {
      put(all, must, "RegexMatch", a -> GoValue.of(matcher(a.exactly(2)).find()));
      put(all, must, "RegexFind", a -> GoValue.of(find(matcher(a.exactly(2)))));
      put(
          all,
          must,
          "RegexFindAll",
          a -> GoValue.texts(findAll(matcher(a.exactly(3)), a.whole(2))));
      put(all, must, "RegexReplaceAll", a -> GoValue.of(replaced(a.exactly(3), true)));
      put(all, must, "RegexReplaceAllLiteral", a -> GoValue.of(replaced(a.exactly(3), false)));
      put(all, must, "RegexSplit", RegexFunctions::notComputed);
    }
    all.put("regexQuoteMeta", a -> GoValue.of(quoteMeta(a.exactly(1).text(0))));
    return all;
  }

  private static void put(
      Map<String, TemplateFunction> all, String must, String name, TemplateFunction function) {
    all.put(must.isEmpty() ? "r" + name.substring(1) : must + name, function);
  }

  private static GoValue notComputed(Arguments a) throws TemplateStop {
    throw TemplateStop.unverifiable("`" + a.function() + "` is not computed");
  }

  private static Matcher matcher(Arguments a) throws TemplateStop {
    try {
      return Pattern.compile(a.text(0)).matcher(a.text(1));
    } catch (PatternSyntaxException e) {
      throw TemplateStop.failed("`" + a.text(0) + "` is no RE2 expression");
    } catch (RuntimeException | StackOverflowError e) {
      throw TemplateStop.unverifiable("the expression is nested too deeply");
    }
  }

  private static String find(Matcher matcher) {
    return matcher.find() ? matcher.group() : "";
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
    while (matcher.find()) {
      out.append(text, from, matcher.start());
      if (expands) {
        expand(out, matcher, with);
      } else {
        out.append(with);
      }
      from = matcher.end();
      Meter.length(out.length());
    }
    return out.append(text.substring(from)).toString();
  }

  /**
   * Go's {@code $1} and <code>${1}</code>; a name runs as far as it can, so {@code $1x} is empty.
   */
  private static void expand(StringBuilder out, Matcher matcher, String with) throws TemplateStop {
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

  private static String group(Matcher matcher, String name) throws TemplateStop {
    if (!name.matches("[0-9]{1,4}")) {
      if (name.matches("[0-9].*")) {
        return "";
      }
      throw TemplateStop.unverifiable("named groups are not followed");
    }
    int number = Integer.parseInt(name);
    String group = number <= matcher.groupCount() ? matcher.group(number) : null;
    return group == null ? "" : group;
  }

  private static String quoteMeta(String text) throws TemplateStop {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      out.append("\\.+*?()|[]{}^$".indexOf(text.charAt(i)) >= 0 ? "\\" : "").append(text.charAt(i));
    }
    Meter.length(out.length());
    return out.toString();
  }
}
