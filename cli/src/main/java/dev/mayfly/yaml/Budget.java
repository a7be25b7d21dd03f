package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;

/**
 * How much a document may cost, counted before anything is built.
 *
 * @param bytes size of the encoded text
 * @param depth nesting of maps and lists
 * @param nodes maps, lists, scalars and keys; what aliases expand to counts too
 * @param lenient whether anchors, aliases, core tags, merge keys and CRLF are understood; else
 *     refused
 * @param asGo whether a key may stand twice, where the last counts, and unknown tags mean nothing,
 *     as {@code sigs.k8s.io/yaml} has it
 */
public record Budget(int bytes, int depth, int nodes, boolean lenient, boolean asGo) {
  public Budget(int bytes, int depth, int nodes, boolean lenient) {
    this(bytes, depth, nodes, lenient, false);
  }

  /** Files an admin owns: {@code mayfly.yaml}, templates. */
  public static final Budget ADMIN = new Budget(1 << 20, 32, 50_000, false);

  /** Small files that a pull request brings, such as the image lock. */
  public static final Budget UNTRUSTED = new Budget(64 << 10, 32, 10_000, false);

  /** The lock of a bundle's images, a thousand of them included. */
  public static final Budget LOCK = new Budget(512 << 10, 16, 20_000, false);

  /** The manifests that a pull request brings: long enough for real ones, and as strict. */
  public static final Budget BUNDLE = new Budget(1 << 20, 48, 100_000, false);

  /** JSON event files of a forge: bigger, but as strict. */
  public static final Budget EVENT = new Budget(4 << 20, 32, 200_000, false);

  /** Manifests of any repository, read to be judged and not to be obeyed. */
  public static final Budget LINT = new Budget(8 << 20, 64, 1_000_000, true);

  /** What a Go program reads without being strict, such as the files of a git generator. */
  public static final Budget GO = new Budget(8 << 20, 64, 1_000_000, true, true);

  /** Refuses what a strict reader does not understand. */
  void requireLenient(Location location, String what, String hint) {
    if (!lenient) {
      throw new RefusedInput(
          Problem.error("yaml-feature", location, what + " is not allowed here", hint));
    }
  }
}
