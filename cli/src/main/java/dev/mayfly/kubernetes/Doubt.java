package dev.mayfly.kubernetes;

import dev.mayfly.diagnostic.Location;

/**
 * Why a demand is not known.
 *
 * @param unreadable whether it is written in a form that readers take differently or not at all,
 *     and not merely of a kind that is not counted here
 */
public record Doubt(boolean unreadable, Location at, String message, String hint) {
  static Doubt unreadable(Location at, String message, String hint) {
    return new Doubt(true, at, message, hint);
  }

  static Doubt unknown(Location at, String message, String hint) {
    return new Doubt(false, at, message, hint);
  }
}
