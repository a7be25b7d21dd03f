package dev.mayfly.git;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a repository lives. Never holds a secret: JGit prints the user part of a URL in its errors,
 * so a token there would leak.
 *
 * @param text what is given to Git, and what may be shown
 * @param host lower case; empty for a repository on this disk
 * @param port the port spoken to; 0 for a repository on this disk
 */
public record RemoteUrl(Kind kind, String text, String host, int port) {
  /** How the remote is spoken to. */
  public enum Kind {
    HTTP,
    SSH,
    LOCAL
  }

  private static final Pattern SCP =
      Pattern.compile("(?:[A-Za-z0-9][\\w.-]*@)?([A-Za-z0-9][A-Za-z0-9.-]*):([^-:/][^:]*|/[^:]*)");
  private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]*[a-z0-9])?");
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

  /** Reads a URL or a local path; what is wrong with it is said without repeating a secret. */
  public static RemoteUrl parse(String text) {
    if (text.isEmpty() || text.length() > 1024 || text.startsWith("-")) {
      throw refused("a Git remote is empty, too long, or starts with `-`", "");
    }
    if (text.chars().anyMatch(c -> c <= ' ' || c == '\\' || c == 0x7F || c > 0x7E && c < 0xA0)) {
      throw refused("a Git remote holds a space, a backslash or a control character", "");
    }
    int scheme = text.indexOf("://");
    if (scheme > 0) {
      return withScheme(text, text.substring(0, scheme).toLowerCase(Locale.ROOT));
    }
    Matcher scp = SCP.matcher(text);
    if (!text.startsWith("/") && !text.startsWith(".") && scp.matches()) {
      return new RemoteUrl(Kind.SSH, text, scp.group(1).toLowerCase(Locale.ROOT), 22);
    }
    if (text.contains("@") || text.contains(":")) {
      throw refused("a Git remote is neither a URL, nor `user@host:path`, nor a local path", "");
    }
    return new RemoteUrl(Kind.LOCAL, text, "", 0);
  }

  private static RemoteUrl withScheme(String text, String scheme) {
    if (scheme.equals("file")) {
      String path = text.substring("file://".length());
      if (!path.startsWith("/")) {
        throw refused("a `file://` remote names no absolute path", "write `file:///path`");
      }
      return new RemoteUrl(Kind.LOCAL, path, "", 0);
    }
    URI uri = uri(text);
    String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
    String path = uri.getRawPath();
    if (!HOST.matcher(host).matches() || path == null || path.length() < 2) {
      throw refused("a Git remote has no host, or no path after it", "");
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null || path.contains("/../")) {
      throw refused("a Git remote has a query, a fragment or `..`", "");
    }
    return switch (scheme) {
      case "https" -> http(text, uri, host, 443);
      case "http" -> http(text, uri, requireLoopback(host), 80);
      case "ssh" -> ssh(text, uri, host, uri.getRawUserInfo());
      default ->
          throw refused(
              "`" + CleanText.of(scheme) + "://` is not used for Git remotes",
              "use `https://`, `ssh://`, `user@host:path`, or `file://` on this machine");
    };
  }

  private static String requireLoopback(String host) {
    if (!LOOPBACK.contains(host)) {
      throw refused("a Git remote is spoken to without encryption", "use `https://`");
    }
    return host;
  }

  private static RemoteUrl http(String text, URI uri, String host, int standard) {
    if (uri.getRawAuthority().contains("@")) {
      throw refused(
          "a Git remote carries user or token before its host",
          "remove everything before `@`, and give the token in `MAYFLY_GIT_TOKEN`");
    }
    return new RemoteUrl(Kind.HTTP, text, host, uri.getPort() < 0 ? standard : uri.getPort());
  }

  private static RemoteUrl ssh(String text, URI uri, String host, @Nullable String user) {
    if (user != null && !user.matches("[A-Za-z0-9][\\w.-]*")) {
      throw refused("a Git remote carries a password", "give a key instead");
    }
    return new RemoteUrl(Kind.SSH, text, host, uri.getPort() < 0 ? 22 : uri.getPort());
  }

  private static URI uri(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException e) {
      throw refused("a Git remote is not a valid URL", "");
    }
  }

  private static ProblemsException refused(String message, String hint) {
    return Fault.CONFIGURATION.error("remote-url", message, hint);
  }

  /** A name for people: without scheme and ending. */
  String name() {
    return text.replaceFirst("^[a-z]+://", "").replaceFirst("\\.git/?$", "");
  }

  @Override
  public String toString() {
    return kind == Kind.LOCAL ? "file://" + text : text;
  }
}
