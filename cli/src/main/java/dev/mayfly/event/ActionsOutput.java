package dev.mayfly.event;

import java.util.HexFormat;
import java.util.random.RandomGenerator;

/**
 * Entries of the file that {@code GITHUB_OUTPUT} names. A value is framed by a delimiter that
 * nobody could know beforehand, or else a value of several lines could write outputs of its own
 * (CVE-2022-35954).
 */
public record ActionsOutput(RandomGenerator random) {
  /** One entry, to be appended to the file. */
  public String entry(String name, String value) {
    if (!name.matches("[a-z][a-z0-9_-]*")) {
      throw new IllegalArgumentException("an output's name is lower-case letters, digits, - and _");
    }
    String delimiter = delimiter();
    while (value.contains(delimiter)) {
      delimiter = delimiter();
    }
    return name + "<<" + delimiter + "\n" + value + "\n" + delimiter + "\n";
  }

  private String delimiter() {
    HexFormat hex = HexFormat.of();
    return "mayfly_" + hex.toHexDigits(random.nextLong()) + hex.toHexDigits(random.nextLong());
  }
}
