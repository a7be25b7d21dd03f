package dev.mayfly.argocd.gotemplate;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Functions over strings (Masterminds/sprig v3.3.0; Argo CD's {@code normalize} and {@code
 * slugify}).
 */
final class TextFunctions {
  private TextFunctions() {}

  static void addTo(FunctionTable all) {
    all.text("trim", 1, a -> CaseFunctions.trimmed(a.text(0)));
    all.text("trimAll", 2, a -> trimAll(a.text(0), a.text(1)));
    all.text("trimall", 2, a -> trimAll(a.text(0), a.text(1)));
    all.text("trimPrefix", 2, a -> trimPrefix(a.text(0), a.text(1)));
    all.text("trimSuffix", 2, a -> trimSuffix(a.text(0), a.text(1)));
    all.text("trunc", 2, a -> trunc(a.whole(0), a.text(1)));
    all.text("substr", 3, a -> substr(a.whole(0), a.whole(1), a.text(2)));
    all.text("repeat", 2, a -> repeat(a.whole(0), a.text(1)));
    all.text("replace", 3, a -> replace(a.text(0), a.text(1), a.text(2)));
    all.add("contains", 2, a -> GoValue.of(a.text(1).contains(a.text(0))));
    all.add("hasPrefix", 2, a -> GoValue.of(a.text(1).startsWith(a.text(0))));
    all.add("hasSuffix", 2, a -> GoValue.of(a.text(1).endsWith(a.text(0))));
    all.text("indent", 2, a -> indent(a.whole(0), a.text(1)));
    all.text("nindent", 2, a -> "\n" + indent(a.whole(0), a.text(1)));
    all.add("splitList", 2, a -> GoValue.texts(split(a.text(0), a.text(1), -1)));
    all.text("toString", 1, a -> Meter.print(a.any(0)));
    all.add("quote", a -> each(a, text -> GoQuote.text(text, false)));
    all.add("squote", a -> each(a, text -> "'" + text + "'"));
    all.add("cat", a -> each(a, text -> text));
    all.text("normalize", 1, a -> Slug.normalize(a.text(0)));
    all.add("slugify", a -> GoValue.of(slugify(a.between(1, 3))));
    // The paths of the controller's system are those of Linux, so that it has both.
    all.addBoth("os", "base", a -> GoValue.of(GoPath.base(a.exactly(1).text(0))));
    all.addBoth("os", "dir", a -> GoValue.of(GoPath.dir(a.exactly(1).text(0))));
    all.addBoth("os", "clean", a -> GoValue.of(GoPath.clean(a.exactly(1).text(0))));
    all.addBoth("os", "ext", a -> GoValue.of(extension(a.exactly(1).text(0))));
    all.addBoth("os", "isAbs", a -> GoValue.of(a.exactly(1).text(0).startsWith("/")));
    all.add(
        "fail",
        1,
        a -> {
          throw TemplateStop.failed("the template calls `fail`: " + a.text(0));
        });
  }

  private static String extension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? path.substring(dot) : "";
  }

  private interface Wrap {
    String of(String text) throws TemplateStop;
  }

  private static GoValue each(Arguments a, Wrap wrap) throws TemplateStop {
    StringBuilder out = new StringBuilder();
    String gap = "";
    for (GoValue value : a.values()) {
      if (!value.isNil()) {
        out.append(gap).append(wrap.of(Meter.print(value)));
        gap = " ";
      }
      Meter.length(out.length());
    }
    return GoValue.of(out.toString());
  }

  static String trimAll(String cutset, String text) {
    return trimmed(text, c -> cutset.indexOf(c) >= 0);
  }

  /** Without characters of a kind at both ends. */
  static String trimmed(String text, IntPredicate gone) {
    int start = 0;
    int end = text.length();
    while (start < end && gone.test(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    while (end > start && gone.test(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  private static String trimPrefix(String prefix, String text) {
    return text.startsWith(prefix) ? text.substring(prefix.length()) : text;
  }

  private static String trimSuffix(String suffix, String text) {
    return text.endsWith(suffix) ? text.substring(0, text.length() - suffix.length()) : text;
  }

  /** Cuts bytes, from the end when negative. */
  private static String trunc(int count, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    if (count < 0) {
      int from = Math.max(0, bytes.length + count);
      return new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8);
    }
    return new String(bytes, 0, Math.min(count, bytes.length), StandardCharsets.UTF_8);
  }

  private static String substr(int start, int end, String text) throws TemplateStop {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    int from = Math.max(0, start);
    int to = start < 0 ? end : end < 0 ? bytes.length : Math.min(end, bytes.length);
    if (from > to || to > bytes.length) {
      throw TemplateStop.failed("`substr` starts behind its end");
    }
    return new String(bytes, from, to - from, StandardCharsets.UTF_8);
  }

  private static String repeat(int count, String text) throws TemplateStop {
    if (count < 0) {
      throw TemplateStop.failed("`repeat` takes no negative count");
    }
    Meter.length((long) count * text.length());
    return text.repeat(count);
  }

  private static String replace(String old, String with, String text) throws TemplateStop {
    long found = 0;
    for (int i = 0; !old.isEmpty() && (i = text.indexOf(old, i)) >= 0; i += old.length()) {
      found++;
    }
    Meter.length(text.length() + (old.isEmpty() ? text.length() + 1L : found) * with.length());
    return text.replace(old, with);
  }

  private static String indent(int spaces, String text) throws TemplateStop {
    String pad = repeat(spaces, " ");
    return pad + replace("\n", "\n" + pad, text);
  }

  /** Go's {@code strings.SplitN}: an empty separator gives the characters. */
  static List<String> split(String separator, String text, int most) throws TemplateStop {
    if (separator.isEmpty() && text.isEmpty()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    int from = 0;
    int found = next(separator, text, from);
    while (found != -1 && parts.size() != most - 1) {
      parts.add(text.substring(from, found));
      Meter.items(parts.size());
      from = found + separator.length();
      found = next(separator, text, from);
    }
    parts.add(text.substring(from));
    return parts;
  }

  private static int next(String separator, String text, int from) {
    int behind = separator.isEmpty() ? text.offsetByCodePoints(from, 1) : from;
    return behind == text.length() ? -1 : text.indexOf(separator, behind);
  }

  /** {@code slugify [most=50] [smart=true] name} (Argo CD, {@code SlugifyName}). */
  private static String slugify(Arguments a) throws TemplateStop {
    int most = a.count() > 1 ? a.whole(0) : 50;
    boolean smart = a.count() < 3 || a.truth(1);
    String name = Slug.normalize(a.text(a.count() - 1));
    if (!smart && most < 0) {
      throw TemplateStop.failed("`slugify` takes no negative length");
    }
    return Slug.of(name, most, smart)
        .orElseThrow(
            () -> TemplateStop.unverifiable("letters of this script are not transliterated"));
  }
}
