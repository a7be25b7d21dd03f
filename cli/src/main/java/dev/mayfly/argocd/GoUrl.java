package dev.mayfly.argocd;

import dev.mayfly.http.PercentEncoding;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What Go's {@code net/url} prints for a URL it has parsed; empty when it does not parse. Facts: Go
 * standard library, {@code net/url}, {@code Parse} and {@code String}.
 */
final class GoUrl {
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x1F\\x7F]");
  private static final Pattern BAD_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");
  private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*:");
  private static final Pattern USER = Pattern.compile("[\\w.~%!$&'()*+,;=:@-]*");
  private static final Pattern PATH = Pattern.compile("[\\w.~%!$&'()*+,;=:@\\[\\]/-]*");

  private static final Pattern FRAGMENT = Pattern.compile("[\\w.~%!$&'()*+,;=:@\\[\\]/?-]*");

  /** What stands in a host, but for the colon, of which the last one is the port's. */
  private static final String IN_HOST = "[-\\w.~!$&'()*+,;=\\]<>\"[^\\x00-\\x7F]]";

  private static final Pattern HOST =
      Pattern.compile(
          "[:ONE]*:[0-9]*|ONE*|\\[(?=[^\\]]*:)[0-9A-Fa-f:.]*\\](:[0-9]*)?".replace("ONE", IN_HOST));

  private GoUrl() {}

  static Optional<String> reprint(String url) {
    if (CONTROL.matcher(url).find() || url.startsWith(":")) {
      return Optional.empty();
    }
    if (url.isEmpty() || url.equals("*")) {
      return Optional.of(url);
    }
    int hash = url.indexOf('#');
    String fragment = hash < 0 ? "" : url.substring(hash + 1);
    String rest = hash < 0 ? url : url.substring(0, hash);
    Optional<String> printed = printed(fragment, FRAGMENT, "!$&()*+,/:;=?@");
    if (printed.isEmpty()) {
      return Optional.empty();
    }
    Matcher matcher = SCHEME.matcher(rest);
    int scheme = matcher.lookingAt() ? matcher.end() : 0;
    int question = rest.indexOf('?', scheme);
    int end = question == -1 ? rest.length() : question;
    String marked = fragment.isEmpty() ? "" : "#" + printed.get();
    return hierarchy(
            rest.substring(0, scheme).toLowerCase(Locale.ROOT), rest.substring(scheme, end))
        .map(text -> text + rest.substring(end) + marked);
  }

  private static Optional<String> hierarchy(String scheme, String rest) {
    if (!rest.startsWith("/")) {
      if (!scheme.isEmpty()) {
        return Optional.of(scheme + rest);
      }
      return rest.split("/", 2)[0].contains(":") ? Optional.empty() : path(rest);
    }
    if (!rest.startsWith("//")) {
      return path(rest).map(path -> scheme + path);
    }
    String authority = rest.substring(2).split("/", 2)[0];
    int at = authority.lastIndexOf('@');
    String user = authority.substring(0, Math.max(0, at));
    String host = authority.substring(at + 1);
    if (!isWellEscaped(user) || !USER.matcher(user).matches() || !isHost(scheme, host)) {
      return Optional.empty();
    }
    String printed =
        (at == -1 ? "" : printedUser(user) + "@")
            + PercentEncoding.encode(host, "!$&'()*+,;=:[]<>\"");
    return path(rest.substring(2 + authority.length()))
        .map(path -> scheme + slashes(path, authority) + printed + path);
  }

  /** Only of the web's own addresses Go refuses a second colon. */
  private static boolean isHost(String scheme, String host) {
    boolean colons = host.indexOf(':') != host.lastIndexOf(':') && !host.startsWith("[");
    return HOST.matcher(host).matches() && !(colons && scheme.matches("https?:"));
  }

  private static String slashes(String path, String authority) {
    return path.isEmpty() && authority.isEmpty() ? "" : "//";
  }

  /** A name, and a password behind the first colon. */
  private static String printedUser(String user) {
    return Arrays.stream(user.split(":", 2))
        .map(part -> PercentEncoding.encode(unescaped(part), "$&+,;="))
        .collect(Collectors.joining(":"));
  }

  private static Optional<String> path(String path) {
    return printed(path, PATH, "$&+,/:;=@");
  }

  /** As written when all of it may stand there, else escaped anew from what it means. */
  private static Optional<String> printed(String part, Pattern fits, String plain) {
    if (!isWellEscaped(part)) {
      return Optional.empty();
    }
    return Optional.of(
        fits.matcher(part).matches() ? part : PercentEncoding.encode(unescaped(part), plain));
  }

  private static boolean isWellEscaped(String text) {
    return !BAD_ESCAPE.matcher(text).find();
  }

  private static String unescaped(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
