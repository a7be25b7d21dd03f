package dev.mayfly.argocd;

import java.util.regex.Pattern;

/**
 * Names, keys and values of metadata as Kubernetes takes them (apimachinery, {@code
 * validation.go}).
 */
final class LabelSyntax {
  private static final Pattern SUBDOMAIN =
      Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*");
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?");
  private static final int LONGEST_NAME = 253;
  private static final int LONGEST_VALUE = 63;

  private LabelSyntax() {}

  static boolean isName(String name) {
    return name.length() <= LONGEST_NAME && SUBDOMAIN.matcher(name).matches();
  }

  static boolean isValue(String value) {
    return value.length() <= LONGEST_VALUE && VALUE.matcher(value).matches();
  }

  /** A key of a label: a name, perhaps after a domain and a slash. */
  static boolean isKey(String key) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    return !name.isEmpty() && isValue(name) && (slash < 0 || isName(key.substring(0, slash)));
  }

  /** A key of an annotation, of which the case does not count. */
  static boolean isAnnotationKey(String key) {
    return isKey(key.toLowerCase(java.util.Locale.ROOT));
  }
}
