package dev.mayfly.argocd;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * When a sync applies an object: by phase, and within a phase by wave; objects are deleted the
 * other way round. Argo CD goes on when all that it applied is healthy and hooks have ended,
 * whichever source they are from (gitops-engine, {@code syncContext.Sync}).
 */
public record SyncOrder(SyncPhase phase, long wave) implements Comparable<SyncOrder> {
  public static final String WEIGHT = "helm.sh/hook-weight";
  private static final Pattern WHOLE = Pattern.compile("[+-]?[0-9]{1,1000}");

  /**
   * The earliest time of an object; empty for what no sync applies.
   *
   * @param annotation the text of an annotation; empty where there is none
   */
  public static Optional<SyncOrder> of(UnaryOperator<String> annotation) {
    String argo = annotation.apply(SyncHooks.ARGO);
    Set<SyncPhase> phases = SyncHooks.phases(argo, annotation.apply(SyncHooks.HELM));
    if (SyncHooks.isSkipped(argo)) {
      return Optional.empty();
    }
    return (phases.isEmpty() ? Set.of(SyncPhase.SYNC) : phases)
        .stream()
            .filter(phase -> !phase.isOfDeletion())
            .sorted()
            .findFirst()
            .map(phase -> new SyncOrder(phase, wave(annotation)));
  }

  /**
   * The wave, and Helm's weight where no wave can be read; 0 when neither says a number
   * (gitops-engine, {@code syncwaves.Wave}).
   */
  public static long wave(UnaryOperator<String> annotation) {
    OptionalLong wave = number(annotation.apply(ArgoMetadata.SYNC_WAVE));
    return wave.isPresent() ? wave.getAsLong() : number(annotation.apply(WEIGHT)).orElse(0);
  }

  /** As Go's {@code strconv.Atoi} reads it: 64 bits at most. */
  public static OptionalLong number(String text) {
    if (!WHOLE.matcher(text).matches()) {
      return OptionalLong.empty();
    }
    BigInteger number = new BigInteger(text);
    return number.bitLength() < Long.SIZE
        ? OptionalLong.of(number.longValueExact())
        : OptionalLong.empty();
  }

  @Override
  public int compareTo(SyncOrder other) {
    int byPhase = phase.compareTo(other.phase);
    return byPhase != 0 ? byPhase : Long.compare(wave, other.wave);
  }

  /** With the phase, as a message says it that compares two. */
  public String inFull() {
    return phase + ", wave " + wave;
  }

  /** With the phase where it is not the usual one. */
  @Override
  public String toString() {
    return (phase == SyncPhase.SYNC ? "" : phase + ", ") + "wave " + wave;
  }
}
