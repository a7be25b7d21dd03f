package dev.mayfly.lint.view;

import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.lint.Resource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * When a sync applies an object: the phase, and the wave within it. Argo CD waits for all of a wave
 * to be healthy, and for hooks to end, before it goes on (gitops-engine, {@code sync_context.go}).
 *
 * @param phase 0 before the sync, 1 in it, 2 after it
 */
public record SyncOrder(int phase, long wave) {
  private static final List<String> PHASES = List.of("PreSync", "Sync", "PostSync");
  private static final String WEIGHT = "helm.sh/hook-weight";

  /** The earliest time of an object; empty for what no ordinary sync applies. */
  public static Optional<SyncOrder> of(Resource resource) {
    String argo = annotation(resource, SyncHooks.ARGO);
    Set<String> phases = SyncHooks.phases(argo, annotation(resource, SyncHooks.HELM));
    boolean local = resource.annotation("config.kubernetes.io/local-config") != null;
    if (local || SyncHooks.isSkipped(argo)) {
      return Optional.empty();
    }
    return phases.isEmpty()
        ? Optional.of(new SyncOrder(1, wave(resource)))
        : PHASES.stream()
            .filter(phases::contains)
            .findFirst()
            .map(it -> new SyncOrder(PHASES.indexOf(it), wave(resource)));
  }

  /**
   * Without a wave of its own a hook of Helm's has its weight (gitops-engine, {@code waves.go}).
   */
  private static long wave(Resource resource) {
    return Stream.of(Waves.ANNOTATION, WEIGHT)
        .map(it -> annotation(resource, it))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .map(it -> Waves.read(it).orElse(0))
        .orElse(0L);
  }

  private static String annotation(Resource resource, String name) {
    return Objects.requireNonNullElse(resource.annotation(name), "");
  }

  public boolean isBefore(SyncOrder other) {
    return phase < other.phase || (phase == other.phase && wave < other.wave);
  }

  /** As a message says it. */
  public String shown() {
    return PHASES.get(phase) + ", wave " + wave;
  }
}
