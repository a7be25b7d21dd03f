package dev.mayfly.git;

/**
 * How a push ended. Found by reading the refs again, never by what a server says: a lost race, a
 * directory/file conflict and a protected branch come back with the same words.
 */
public sealed interface PushOutcome {
  /** Every ref is what it should be, whoever made it so. */
  record Landed() implements PushOutcome {}

  /** At least one ref is neither what was expected nor what was wanted. Nothing of ours landed. */
  record LostRace(RefName moved) implements PushOutcome {}

  /**
   * The refs are as they were and the server says no: protected branch, hook, missing permission.
   *
   * @param reason what the server said, cleaned
   */
  record Refused(String reason) implements PushOutcome {}

  /** Several refs were to move together and the server cannot do that. */
  record NotAtomic() implements PushOutcome {}

  /** The server could not be asked, or not be asked again. Whether anything landed is unknown. */
  record Unreachable(String reason) implements PushOutcome {}
}
