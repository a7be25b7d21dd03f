package dev.mayfly.report;

/**
 * What a report names as its origin.
 *
 * @param command such as {@code lint} or {@code verify}
 * @param version of the program
 */
public record Producer(String command, String version) {
  /** As a headline calls it. */
  String title() {
    return "mayfly " + command;
  }
}
