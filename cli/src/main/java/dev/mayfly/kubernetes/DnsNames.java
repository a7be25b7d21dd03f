package dev.mayfly.kubernetes;

import java.util.regex.Pattern;

/**
 * Names of DNS as Kubernetes and Gateway API take them: small letters, and at most 253 characters
 * (apimachinery, {@code validation.go}; Gateway API, {@code Hostname}).
 */
public final class DnsNames {
  /** The shape of a name, without its length, for patterns that are made of it. */
  public static final String SUBDOMAIN =
      "[a-z0-9]([-a-z0-9]*[a-z0-9])?(\\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*";

  private static final int LONGEST = 253;
  private static final Pattern NAME = Pattern.compile(SUBDOMAIN);
  private static final Pattern HOST = Pattern.compile("(\\*\\.)?" + SUBDOMAIN);

  private DnsNames() {}

  /** Whether an object may be called so. */
  public static boolean isSubdomain(String name) {
    return isOf(NAME, name);
  }

  /** The same for a host, of which the first label may be a wildcard. */
  public static boolean isHost(String name) {
    return isOf(HOST, name);
  }

  /** The length first: of a longer text the pattern could use up the stack. */
  private static boolean isOf(Pattern shape, String name) {
    return name.length() <= LONGEST && shape.matcher(name).matches();
  }
}
