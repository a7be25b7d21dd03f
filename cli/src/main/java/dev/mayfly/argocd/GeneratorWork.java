package dev.mayfly.argocd;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;

/**
 * How much one set may cost. Two lists of a thousand elements in a matrix are a million
 * Applications, and what looks through a repository is asked anew for each set of parameters.
 */
final class GeneratorWork {
  /** Sets of parameters, those included that a matrix only goes through. */
  private static final int SETS = 100_000;

  /** Values that are compared, filled in or copied. */
  private static final long STEPS = 10_000_000;

  private static final int CHARACTERS_OF_A_STEP = 64;

  private long sets;
  private long steps;

  /** Counts sets of parameters that a generator yields. */
  void yields(int count, Node generator) throws GeneratorStop {
    sets += count;
    if (sets > SETS) {
      throw tooMany(generator, "100,000 sets of parameters");
    }
  }

  /** Counts what is about to be done. */
  void takes(long count, Node generator) throws GeneratorStop {
    steps += count;
    if (steps > STEPS) {
      throw tooMany(generator, "10,000,000 comparisons and values");
    }
  }

  /** How many steps it is to go through a text. */
  static long size(int characters) {
    return 1 + characters / CHARACTERS_OF_A_STEP;
  }

  /** How many steps it is to go through a tree. */
  static long size(Node node) {
    return switch (node) {
      case ScalarNode scalar -> size(scalar.text().length());
      case ListNode list -> 1 + list.items().stream().mapToLong(GeneratorWork::size).sum();
      case MapNode map -> 1 + map.entries().stream().mapToLong(e -> 1 + size(e.value())).sum();
    };
  }

  private static GeneratorStop tooMany(Node generator, String what) {
    return GeneratorStop.tooMany(
        generator.location(),
        "the set comes to more than " + what + ", and is not followed further");
  }
}
