package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * The plain <code>{{name}}</code> substitution of ApplicationSets without {@code goTemplate} (Argo
 * CD, {@code Replace}, with valyala/fasttemplate). An unknown tag stays as it is.
 */
public final class FastTemplate {
  /** A tag with its place. */
  public record Tag(String name, TemplatePosition position) {}

  /** Where no line holds a whole tag, Argo CD does not look for tags at all. */
  private static final Pattern TAG = Pattern.compile("\\{\\{[^\n]*\\}\\}");

  private FastTemplate() {}

  /** The text with its tags filled in; empty where one is not closed, which is an error. */
  public static Optional<String> render(String text, SortedMap<String, GoValue> parameters) {
    if (!TAG.matcher(text).find()) {
      return Optional.of(text);
    }
    StringBuilder out = new StringBuilder();
    int at = 0;
    int open = text.indexOf("{{");
    while (open != -1) {
      int close = text.indexOf("}}", open + 2);
      if (close == -1) {
        return Optional.empty();
      }
      String tag = text.substring(open + 2, close);
      out.append(text, at, open);
      String name = CaseFunctions.trimmed(tag);
      if (!name.isEmpty() && parameters.get(name) instanceof GoValue.Text(String value)) {
        out.append(value);
      } else {
        out.append("{{").append(tag).append("}}");
      }
      at = close + 2;
      open = text.indexOf("{{", at);
    }
    return Optional.of(out.append(text.substring(at)).toString());
  }

  /** All tags of a text. */
  public static List<Tag> tags(String text) {
    List<Tag> tags = new ArrayList<>();
    TemplateLines lines = new TemplateLines(text);
    int open = text.indexOf("{{");
    while (open != -1) {
      int close = text.indexOf("}}", open + 2);
      if (close == -1) {
        break;
      }
      String name = CaseFunctions.trimmed(text.substring(open + 2, close));
      tags.add(new Tag(name, lines.at(open)));
      open = text.indexOf("{{", close + 2);
    }
    return tags;
  }
}
