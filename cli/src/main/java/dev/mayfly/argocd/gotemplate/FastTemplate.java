package dev.mayfly.argocd.gotemplate;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * The plain <code>{{name}}</code> substitution of ApplicationSets without {@code goTemplate} (Argo
 * CD, {@code Replace}, with valyala/fasttemplate). It cannot fail: an unknown tag stays as it is.
 */
public final class FastTemplate {
  /** A tag with its place. */
  public record Tag(String name, TemplatePosition position) {}

  private FastTemplate() {}

  public static String render(String text, SortedMap<String, GoValue> parameters) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    int open = text.indexOf("{{");
    while (open >= 0) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        break;
      }
      String tag = text.substring(open + 2, close);
      out.append(text, at, open);
      if (!tag.isBlank() && parameters.get(tag.strip()) instanceof GoValue.Text(String value)) {
        out.append(value);
      } else {
        out.append("{{").append(tag).append("}}");
      }
      at = close + 2;
      open = text.indexOf("{{", at);
    }
    return out.append(text.substring(at)).toString();
  }

  /** All tags of a text. */
  public static List<Tag> tags(String text) {
    List<Tag> tags = new ArrayList<>();
    int open = text.indexOf("{{");
    while (open >= 0) {
      int close = text.indexOf("}}", open + 2);
      if (close < 0) {
        break;
      }
      tags.add(new Tag(text.substring(open + 2, close).strip(), TemplatePosition.of(text, open)));
      open = text.indexOf("{{", close + 2);
    }
    return tags;
  }
}
