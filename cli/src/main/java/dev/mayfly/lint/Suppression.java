package dev.mayfly.lint;

import dev.mayfly.diagnostic.Location;

/**
 * A comment {@code # mayfly: ignore RULE reason}.
 *
 * @param rule id or name of a rule, as written
 * @param reason why; without one the comment counts for nothing
 * @param line the line whose findings it silences: its own, or the next one when it stands alone
 */
public record Suppression(Location comment, String rule, String reason, int line) {}
