package dev.mayfly.report;

import java.util.Optional;

/**
 * What a report names as its origin.
 *
 * @param command as a headline calls it, such as {@code mayfly lint}
 * @param version of the program
 * @param home where the project lies on the web, without a slash at the end
 */
public record Producer(String command, String version, Optional<String> home) {
  /** The page of a rule as it was in this version. */
  Optional<String> pageOf(String rule) {
    return home.map(it -> it + "/blob/v" + version + "/docs/rules/" + rule + ".md");
  }
}
