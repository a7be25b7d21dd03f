package dev.mayfly.argocd.gotemplate;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of plain URLs (Masterminds/sprig v3.3.0, {@code url.go}); others are not decided. */
final class UrlFunctions {
  private static final String SAFE = "[A-Za-z0-9._~-]";
  private static final Pattern URL =
      Pattern.compile(
          "(?:([a-z][a-z0-9+.-]*):)?(?://(?:("
              + SAFE
              + "+(?::"
              + SAFE
              + "*)?)@)?("
              + SAFE
              + "*(?::[0-9]*)?))?([/A-Za-z0-9._~-]*)(?:\\?([^#%\\s]*))?(?:#("
              + SAFE
              + "*))?");

  private UrlFunctions() {}

  static void addTo(FunctionTable all) {
    all.add("urlParse", 1, a -> parsed(a.text(0)));
    all.text("urlJoin", 1, a -> joined(a.map(0)));
  }

  private static GoValue parsed(String text) throws TemplateStop {
    Matcher url = URL.matcher(text);
    boolean opaque = text.matches("[a-z][a-z0-9+.-]*:[^/].*");
    if (!url.matches() || opaque) {
      throw TemplateStop.unverifiable("this URL is not taken apart");
    }
    SortedMap<String, GoValue> parts = new TreeMap<>();
    String host = part(url, 3);
    parts.put("scheme", GoValue.of(part(url, 1)));
    parts.put("userinfo", GoValue.of(part(url, 2)));
    parts.put("host", GoValue.of(host));
    parts.put("hostname", GoValue.of(host.replaceAll(":[0-9]*$", "")));
    parts.put("path", GoValue.of(part(url, 4)));
    parts.put("query", GoValue.of(part(url, 5)));
    parts.put("fragment", GoValue.of(part(url, 6)));
    parts.put("opaque", GoValue.of(""));
    return GoValue.map(parts);
  }

  private static String part(Matcher url, int group) {
    String part = url.group(group);
    return part == null ? "" : part;
  }

  private static String joined(SortedMap<String, GoValue> parts) throws TemplateStop {
    String scheme = text(parts, "scheme");
    String host = text(parts, "host");
    String path = text(parts, "path");
    String query = text(parts, "query");
    String opaque = text(parts, "opaque");
    String fragment = text(parts, "fragment");
    String user = text(parts, "userinfo");
    boolean plain =
        opaque.isEmpty()
            && (path + fragment).matches("(" + SAFE + "|[/:])*")
            && host.matches("(" + SAFE + "|:)*")
            && user.matches(SAFE + "*(:" + SAFE + "*)?");
    if (!plain) {
      throw TemplateStop.unverifiable("this URL is not put together");
    }
    boolean marked = !(scheme + host + user).isEmpty() && !(host + user + path).isEmpty();
    boolean gap = !host.isEmpty() && !path.isEmpty() && !path.startsWith("/");
    String front =
        (scheme.isEmpty() ? "" : scheme + ":")
            + (marked ? "//" : "")
            + (user.isEmpty() ? "" : user + "@")
            + host
            + (gap ? "/" : "");
    boolean likeScheme = front.isEmpty() && path.split("/", 2)[0].contains(":");
    return front
        + (likeScheme ? "./" : "")
        + path
        + (query.isEmpty() ? "" : "?" + query)
        + (fragment.isEmpty() ? "" : "#" + fragment);
  }

  private static String text(SortedMap<String, GoValue> parts, String name) throws TemplateStop {
    GoValue value = parts.getOrDefault(name, GoValue.of(""));
    if (value instanceof GoValue.Text(String text)) {
      return text;
    }
    throw TemplateStop.failed("`urlJoin` takes a string as `" + name + "`");
  }
}
