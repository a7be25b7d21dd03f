package dev.mayfly.preview;

import java.util.Optional;

/** A full Git object id as Git prints it: 40 lower-case hex digits. Always travels as a string. */
public record CommitSha(String hex) {
  public CommitSha {
    if (!isValid(hex)) {
      throw new IllegalArgumentException("not a commit id of 40 lower-case hex digits");
    }
  }

  /** Reads untrusted text; empty for short, upper-case or other ids. */
  public static Optional<CommitSha> parse(String text) {
    return isValid(text) ? Optional.of(new CommitSha(text)) : Optional.empty();
  }

  private static boolean isValid(String text) {
    return text.length() == 40
        && text.chars().allMatch(c -> (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'));
  }

  /** The first seven digits, for people. */
  public String shortHex() {
    return hex.substring(0, 7);
  }

  // Written out: a record's own are linked anew at every start (ADR 0005).
  @Override
  public boolean equals(Object other) {
    return other instanceof CommitSha sha && sha.hex.equals(hex);
  }

  @Override
  public int hashCode() {
    return hex.hashCode();
  }

  @Override
  public String toString() {
    return hex;
  }
}
