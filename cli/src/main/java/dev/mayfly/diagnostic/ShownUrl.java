package dev.mayfly.diagnostic;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * An address as it may be shown: without user and password, and of its query the names alone, since
 * a value may be a signature or what a stranger wrote. The number of a page is no secret.
 */
public final class ShownUrl {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  private ShownUrl() {}

  public static String of(URI url) {
    StringBuilder shown = new StringBuilder();
    shown.append(url.getScheme()).append("://").append(url.getHost());
    if (url.getPort() >= 0) {
      shown.append(':').append(url.getPort());
    }
    shown.append(url.getRawPath() == null ? "" : url.getRawPath());
    String query = url.getRawQuery();
    if (query != null) {
      char between = '?';
      for (String pair : query.split("&", -1)) {
        shown.append(between).append(shown(pair));
        between = '&';
      }
    }
    return shown.toString();
  }

  private static String shown(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return "***";
    }
    String value = pair.substring(equals + 1);
    return pair.substring(0, equals + 1) + (NUMBER.matcher(value).matches() ? value : "***");
  }
}
