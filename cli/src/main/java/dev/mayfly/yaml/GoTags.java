package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Scalars with a tag as Go reads them (go.yaml.in/yaml/v2, {@code resolve.go}): quotes do not
 * count, what does not fit its tag is an error, and any tag that is not known makes a string.
 */
final class GoTags {
  private static final String INTEGER = "[-+]?(0[xXbB].*|0[oO]?[0-7_]*|[1-9][0-9_]*)";
  private static final String DATE = "[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].*)?";

  private GoTags() {}

  static ScalarNode scalar(String tag, String text, Location location) {
    GoScalar resolved = GoScalar.of(new ScalarNode(text, true, location));
    return switch (tag.replace("tag:yaml.org,2002:", "!!")) {
      case "!!int" ->
          fitting(resolved instanceof GoScalar.Number && isInteger(text), text, location);
      case "!!float" -> fitting(resolved instanceof GoScalar.Number, text, location);
      case "!!bool" -> fitting(resolved instanceof GoScalar.Flag, text, location);
      case "!!null" -> fitting(resolved instanceof GoScalar.Nothing, text, location);
      case "!!timestamp" -> {
        fitting(text.matches(DATE), text, location);
        yield new ScalarNode(text, false, location);
      }
      case "!!binary" -> new ScalarNode(decoded(text, location), false, location);
      default -> new ScalarNode(text, false, location);
    };
  }

  /** Whether a number is written as a whole one. */
  static boolean isInteger(String number) {
    return number.matches(INTEGER);
  }

  private static ScalarNode fitting(boolean fits, String text, Location location) {
    if (!fits) {
      throw new RefusedInput("yaml-syntax", location, "a value does not fit its tag");
    }
    return new ScalarNode(text, true, location);
  }

  private static String decoded(String text, Location location) {
    String digits = text.replaceAll("[\r\n]", "");
    if (digits.length() % 4 == 0) {
      try {
        return new String(Base64.getDecoder().decode(digits), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw new RefusedInput("yaml-syntax", location, "`!!binary` is not base64");
      }
    }
    throw new RefusedInput("yaml-syntax", location, "`!!binary` is not base64");
  }
}
