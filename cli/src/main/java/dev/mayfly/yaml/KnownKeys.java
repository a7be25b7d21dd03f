package dev.mayfly.yaml;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.Problems;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which keys of one map were asked for, and which of them had to be there and are not. */
final class KnownKeys {
  private final Set<String> asked = new LinkedHashSet<>();
  private final Set<String> missing = new LinkedHashSet<>();

  /** The word that decides which keys are known was not understood, or is not there. */
  private boolean undecided;

  private boolean wrongWord;

  void ask(String key) {
    asked.add(key);
  }

  /** While the word that decides about keys is not known, no other key is missing. */
  void miss(String key) {
    if (!undecided) {
      missing.add(key);
    }
  }

  boolean lacks() {
    return !missing.isEmpty() || undecided;
  }

  /** The word that decides is there and is none that is known. */
  void wrongWord() {
    undecided = true;
    wrongWord = true;
  }

  /** The word that decides is not there. */
  void missWord(String key) {
    miss(key);
    undecided = true;
  }

  /**
   * Reports every key that no one asked for, with the nearest name that someone did, and what is
   * left out. A key that is nearly one of those is that one, written wrong, and said once.
   */
  void report(MapNode map, Location location, Problems problems) {
    for (MapNode.Entry entry : wrongWord ? List.<MapNode.Entry>of() : map.entries()) {
      String key = entry.key().text();
      if (!asked.contains(key)) {
        NearMiss.of(key, missing).stream().findFirst().ifPresent(missing::remove);
        problems.error(
            "unknown-key",
            entry.key().location(),
            "unknown key `" + key + "`",
            NearMiss.hint(key, asked));
      }
    }
    missing.forEach(
        key -> problems.error("missing-field", location, "the field `" + key + "` is missing"));
  }
}
