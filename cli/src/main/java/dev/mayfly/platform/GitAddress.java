package dev.mayfly.platform;

import dev.mayfly.preview.RepositoryName;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a Git address, {@code https://host/path}, {@code ssh://user@host:port/path} or
 * {@code user@host:path}.
 *
 * @param host lower case, without port
 */
public record GitAddress(String host, String path) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?:[a-z]+://(?:[^@/]+@)?|(?:[^@/:]+@)?)([^@/:]+)(?::[0-9]+(?=/))?[:/]+(.+?)(?:\\.git)?/?");

  /** Reads an address; empty for what is none of the three. */
  public static Optional<GitAddress> parse(String text) {
    Matcher form = FORM.matcher(text);
    return form.matches()
        ? Optional.of(new GitAddress(form.group(1).toLowerCase(Locale.ROOT), form.group(2)))
        : Optional.empty();
  }

  /**
   * Whether two addresses lead to one repository, whatever the protocol, the user and the port.
   * Forges tell no names apart by case.
   */
  public static boolean isSame(String one, String other) {
    Optional<GitAddress> left = parse(one.strip());
    Optional<GitAddress> right = parse(other.strip());
    return left.isPresent()
        && right.isPresent()
        && left.get().host().equals(right.get().host())
        && left.get().path().equalsIgnoreCase(right.get().path());
  }

  /** The repository's name at a forge; empty when that has another host. */
  Optional<RepositoryName> nameAt(ForgeSettings forge) {
    if (forge.kind() == ForgeSettings.Kind.NONE || !host.equals(hostOf(forge))) {
      return Optional.empty();
    }
    String below = String.valueOf(URI.create(forge.url()).getPath()).replaceFirst("^/", "");
    boolean prefixed = !below.isEmpty() && path.startsWith(below + "/");
    return RepositoryName.parse(prefixed ? path.substring(below.length() + 1) : path);
  }

  static String hostOf(ForgeSettings forge) {
    return String.valueOf(URI.create(forge.url()).getHost()).toLowerCase(Locale.ROOT);
  }
}
