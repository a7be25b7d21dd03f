package dev.mayfly.report;

/**
 * What a report names as its origin.
 *
 * @param command as a headline calls it, such as {@code mayfly lint}
 * @param version of the program
 */
public record Producer(String command, String version) {}
