package dev.mayfly.kubernetes;

import java.util.Locale;
import java.util.regex.Pattern;

/** Keys and values of metadata as Kubernetes takes them (apimachinery, {@code validation.go}). */
public final class LabelSyntax {
  private static final Pattern VALUE =
      Pattern.compile("([A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?)?");
  private static final int LONGEST_VALUE = 63;

  private LabelSyntax() {}

  public static boolean isValue(String value) {
    return value.length() <= LONGEST_VALUE && VALUE.matcher(value).matches();
  }

  /** A key of a label: a name, perhaps after a domain and a slash. */
  public static boolean isKey(String key) {
    int slash = key.indexOf('/');
    String name = key.substring(slash + 1);
    return !name.isEmpty()
        && isValue(name)
        && (slash < 0 || DnsNames.isSubdomain(key.substring(0, slash)));
  }

  /** A key of an annotation, of which the case does not count. */
  public static boolean isAnnotationKey(String key) {
    return isKey(key.toLowerCase(Locale.ROOT));
  }
}
