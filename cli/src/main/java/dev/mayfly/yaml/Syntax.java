package dev.mayfly.yaml;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form that a string must have, with the words that say so. */
public final class Syntax {
  private final String name;
  private final String regex;
  private final String description;

  /** Compiled on first use: most runs need few of the many forms. */
  private @Nullable Pattern pattern;

  private Syntax(String name, String regex, String description) {
    this.name = name;
    this.regex = regex;
    this.description = description;
  }

  public static Syntax of(String name, String regex, String description) {
    return new Syntax(name, regex, description);
  }

  public String name() {
    return name;
  }

  public synchronized Pattern pattern() {
    if (pattern == null) {
      pattern = Pattern.compile(regex);
    }
    return pattern;
  }

  public String description() {
    return description;
  }

  public boolean matches(String text) {
    return pattern().matcher(text).matches();
  }
}
