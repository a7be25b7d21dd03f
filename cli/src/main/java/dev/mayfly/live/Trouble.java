package dev.mayfly.live;

import dev.mayfly.preview.UntrustedText;

/**
 * An object that stands in the way, and what is said of it.
 *
 * @param object kind and name, or the name of a condition
 * @param state Argo CD's word for how it is
 * @param message what a cluster says, cleaned and cut: pull requests can choose parts of it
 * @param hint what usually mends it; empty where nothing usually does
 */
public record Trouble(String object, String state, String message, String hint) {
  private static final int LONGEST = 400;

  static Trouble of(String object, String state, String message) {
    String clean = UntrustedText.clean(message, LONGEST);
    return new Trouble(
        UntrustedText.clean(object, LONGEST),
        UntrustedText.clean(state, 40),
        clean,
        Remedies.of(clean));
  }
}
