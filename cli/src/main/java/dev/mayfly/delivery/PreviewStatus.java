package dev.mayfly.delivery;

/**
 * A preview's state, and what is known of why.
 *
 * @param words a clause, of which people may have chosen parts; never more than a line
 */
public record PreviewStatus(PreviewState state, String words) {
  static PreviewStatus of(PreviewState state) {
    return new PreviewStatus(state, state.meaning());
  }
}
