package dev.mayfly.yaml;

import java.util.regex.Pattern;

/** A form that a string must have, with the words that say so. */
public record Syntax(String name, Pattern pattern, String description) {
  public static Syntax of(String name, String regex, String description) {
    return new Syntax(name, Pattern.compile(regex), description);
  }

  public boolean matches(String text) {
    return pattern.matcher(text).matches();
  }
}
