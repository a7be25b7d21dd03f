package dev.mayfly.argocd;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What Go's {@code net/url} prints for a URL it has parsed; empty when it does not parse. Facts: Go
 * standard library, {@code net/url}, {@code Parse} and {@code String}.
 */
final class GoUrl {
  private static final String UNRESERVED = "-_.~";
  private static final String PATH = "$&+,/:;=@";
  private static final String PATH_AS_WRITTEN = "!$&'()*+,;=:@[]/";
  private static final String HOST = "!$&'()*+,;=:[]<>\"";
  private static final String USER = "$&+,;=";
  private static final String USER_AS_WRITTEN = "-._:~!$&'()*+,;=%@";

  private GoUrl() {}

  static Optional<String> reprint(String url) {
    if (url.chars().anyMatch(c -> c < ' ' || c == 0x7F)) {
      return Optional.empty();
    }
    if (url.isEmpty() || url.equals("*")) {
      return Optional.of(url);
    }
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash + 1);
    String rest = hash < 0 ? url : url.substring(0, hash);
    if (!isWellEscaped(fragment)) {
      return Optional.empty();
    }
    String tail = fragment.isEmpty() ? "" : "#" + escaped(fragment, "!$&'()*+,;=:@/?[]");
    int scheme = schemeLength(rest);
    if (scheme < 0) {
      return Optional.empty();
    }
    int question = rest.indexOf('?', scheme);
    if (question >= 0) {
      tail = rest.substring(question) + tail;
      rest = rest.substring(0, question);
    }
    String end = tail;
    return hierarchy(rest.substring(0, scheme), rest.substring(scheme)).map(text -> text + end);
  }

  /** The length of {@code scheme:}, 0 for none, -1 for a colon without a scheme before it. */
  private static int schemeLength(String url) {
    for (int i = 0; i < url.length(); i++) {
      char c = url.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      if (c == ':') {
        return i == 0 ? -1 : i + 1;
      }
      if (!letter && (i == 0 || !((c >= '0' && c <= '9') || "+-.".indexOf(c) >= 0))) {
        return 0;
      }
    }
    return 0;
  }

  private static Optional<String> hierarchy(String scheme, String rest) {
    if (!rest.startsWith("/")) {
      String first = rest.indexOf('/') < 0 ? rest : rest.substring(0, rest.indexOf('/'));
      if (!scheme.isEmpty()) {
        return Optional.of(scheme + rest);
      }
      return first.contains(":") ? Optional.empty() : path(rest);
    }
    if (!rest.startsWith("//") || (scheme.isEmpty() && rest.startsWith("///"))) {
      return path(rest).map(path -> scheme + path);
    }
    int slash = rest.indexOf('/', 2);
    String authority = slash < 0 ? rest.substring(2) : rest.substring(2, slash);
    int at = authority.lastIndexOf('@');
    String user = at < 0 ? "" : authority.substring(0, at);
    String host = authority.substring(at + 1);
    if (!isUser(user) || !isHost(host)) {
      return Optional.empty();
    }
    String printedUser = at < 0 ? "" : printedUser(user) + "@";
    return path(slash < 0 ? "" : rest.substring(slash))
        .map(path -> scheme + slashes(path, authority) + printedUser + escaped(host, HOST) + path);
  }

  private static String slashes(String path, String authority) {
    return path.isEmpty() && authority.isEmpty() ? "" : "//";
  }

  private static String printedUser(String user) {
    int colon = user.indexOf(':');
    return colon < 0
        ? escaped(unescaped(user), USER)
        : escaped(unescaped(user.substring(0, colon)), USER)
            + ":"
            + escaped(unescaped(user.substring(colon + 1)), USER);
  }

  private static boolean isUser(String user) {
    return isWellEscaped(user)
        && user.chars().allMatch(c -> isAlphanumeric(c) || USER_AS_WRITTEN.indexOf(c) >= 0);
  }

  private static boolean isHost(String host) {
    int from = host.startsWith("[") ? host.lastIndexOf(']') : 0;
    int colon =
        from < 0 ? -1 : host.indexOf(':', host.startsWith("[") ? from : host.lastIndexOf(':'));
    boolean port = colon < 0 || host.chars().skip(colon + 1L).allMatch(c -> c >= '0' && c <= '9');
    return from >= 0
        && port
        && host.chars()
            .allMatch(c -> c > 0x7F || isAlphanumeric(c) || (UNRESERVED + HOST).indexOf(c) >= 0);
  }

  /** As written when all of it may stand there, else escaped anew from what it means. */
  private static Optional<String> path(String path) {
    if (!isWellEscaped(path)) {
      return Optional.empty();
    }
    boolean valid =
        path.chars()
            .allMatch(
                c ->
                    isAlphanumeric(c)
                        || c == '%'
                        || (UNRESERVED + PATH_AS_WRITTEN).indexOf(c) >= 0);
    return Optional.of(valid ? path : escaped(unescaped(path), PATH));
  }

  private static boolean isWellEscaped(String text) {
    for (int i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
      if (i + 2 >= text.length()
          || Character.digit(text.charAt(i + 1), 16) < 0
          || Character.digit(text.charAt(i + 2), 16) < 0) {
        return false;
      }
    }
    return true;
  }

  private static String unescaped(String text) {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[raw.length];
    int n = 0;
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        out[n++] = (byte) (Character.digit(raw[i + 1], 16) * 16 + Character.digit(raw[i + 2], 16));
        i += 2;
      } else {
        out[n++] = raw[i];
      }
    }
    return new String(out, 0, n, StandardCharsets.UTF_8);
  }

  private static String escaped(String text, String allowed) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      if (isAlphanumeric(c) || (c < 0x80 && (UNRESERVED + allowed).indexOf(c) >= 0)) {
        out.append((char) c);
      } else {
        out.append('%')
            .append("0123456789ABCDEF".charAt(c >> 4))
            .append("0123456789ABCDEF".charAt(c & 15));
      }
    }
    return out.toString();
  }

  private static boolean isAlphanumeric(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }
}
