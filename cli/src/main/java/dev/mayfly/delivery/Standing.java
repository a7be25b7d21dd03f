package dev.mayfly.delivery;

/**
 * A preview's state, and what is known of why.
 *
 * @param words a clause, of which people may have chosen parts; never more than a line
 */
public record Standing(PreviewState state, String words) {
  static Standing of(PreviewState state) {
    return new Standing(state, state.meaning());
  }
}
