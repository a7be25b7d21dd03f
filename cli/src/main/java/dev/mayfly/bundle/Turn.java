package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.lint.view.Waves;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/**
 * When Argo CD applies an object: by phase, and within a phase by wave. It goes on when all that it
 * applied is healthy, whichever of the two sources that is from (gitops-engine, {@code
 * syncContext.Sync}).
 */
record Turn(String phase, long wave) implements Comparable<Turn> {
  private static final List<String> PHASES = List.of("PreSync", "Sync", "PostSync", "SyncFail");
  private static final String WEIGHT = "helm.sh/hook-weight";

  /** Of several phases the first; Helm's weight is a wave where no wave is written. */
  static Turn of(BundleObject object) {
    Set<String> hooks = Hooks.of(object);
    String phase = PHASES.stream().filter(hooks::contains).findFirst().orElse("Sync");
    OptionalLong wave = Waves.read(object.text("metadata", "annotations", Waves.ANNOTATION));
    if (wave.isEmpty()) {
      wave = Waves.read(object.text("metadata", "annotations", WEIGHT));
    }
    return new Turn(phase, wave.orElse(0));
  }

  @Override
  public int compareTo(Turn other) {
    int byPhase = Integer.compare(PHASES.indexOf(phase), PHASES.indexOf(other.phase));
    return byPhase != 0 ? byPhase : Long.compare(wave, other.wave);
  }

  @Override
  public String toString() {
    return (phase.equals("Sync") ? "" : phase + ", ") + "wave " + wave;
  }
}
