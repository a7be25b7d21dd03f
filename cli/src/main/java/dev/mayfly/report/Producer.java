package dev.mayfly.report;

/**
 * What a report names as its origin.
 *
 * @param command such as {@code lint} or {@code verify}
 * @param version of the program
 */
public record Producer(String command, String version) {
  /** Where the pages of the rules are; the schemas are named under it too. */
  private static final String HOME = "https://mayfly.dev/";

  /** As a headline calls it. */
  String title() {
    return "mayfly " + command;
  }

  static String home() {
    return HOME;
  }

  static String page(String rule) {
    return HOME + "rules/" + rule;
  }
}
