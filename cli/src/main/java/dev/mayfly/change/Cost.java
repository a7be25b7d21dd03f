package dev.mayfly.change;

/**
 * An amount that is another than it was.
 *
 * @param before {@code -} where nothing was said
 * @param after {@code -} where nothing is said any more
 */
public record Cost(String what, String before, String after) {}
