package dev.mayfly.command.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the environment holds and no line may show. Those who tell of their work leave secrets out
 * already; this holds where a server sends one back.
 */
public record Secrets(List<String> values) {
  private static final Pattern NAME =
      Pattern.compile("TOKEN|SECRET|PASSWORD|PASSWD|CREDENTIAL|(API|PRIVATE|ACCESS)_?KEY|AUTH");

  private static final Pattern IN_URL = Pattern.compile("://([^/@\\s]+)@");

  /** Shorter ones are no secrets, and would blot out words. */
  private static final int SHORTEST = 6;

  public static Secrets of(Map<String, String> env) {
    List<String> found = new ArrayList<>();
    env.forEach((name, value) -> {
      if (NAME.matcher(name).find()) {
        found.add(value);
      }
      Matcher url = IN_URL.matcher(value);
      while (url.find()) {
        found.add(url.group(1));
        found.add(url.group(1).replaceFirst("^[^:]*:", ""));
      }
    });
    return new Secrets(
        found.stream()
            .filter(value -> value.length() >= SHORTEST)
            .sorted(Secrets::longestFirst)
            .toList());
  }

  /** Written out: the comparators of Java are serializable, and no cache of classes holds those. */
  private static int longestFirst(String one, String other) {
    return Integer.compare(other.length(), one.length());
  }

  public String hidden(String text) {
    String shown = text;
    for (String value : values) {
      shown = shown.replace(value, "***");
    }
    return IN_URL.matcher(shown).replaceAll("://***@");
  }
}
