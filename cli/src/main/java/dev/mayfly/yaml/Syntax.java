package dev.mayfly.yaml;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A form that a string must have, with the words that say so. */
public final class Syntax {
  /**
   * Nothing that has a form is longer: no URL, path, name or time. Java's regular expressions take
   * a stack frame for each repetition of a group, and a text of the wrong kind may be of any
   * length.
   */
  private static final int LONGEST = 1024;

  private final String regex;
  private final String description;
  private final int longest;

  /** Compiled on first use: most runs need few of the many forms. */
  private @Nullable Pattern pattern;

  private Syntax(String regex, String description, int longest) {

    this.regex = regex;
    this.description = description;
    this.longest = longest;
  }

  public static Syntax of(String regex, String description) {
    return new Syntax(regex, description, LONGEST);
  }

  /** For text that may be of any length: the expression must not repeat a group. */
  public static Syntax ofAnyLength(String regex, String description) {
    return new Syntax(regex, description, Integer.MAX_VALUE);
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
    return text.length() <= longest && pattern().matcher(text).matches();
  }
}
