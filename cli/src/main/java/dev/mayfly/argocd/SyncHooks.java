package dev.mayfly.argocd;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * When Argo CD would run an object instead of applying it. It understands Helm's hooks too, in
 * whatever an Application holds.
 */
public final class SyncHooks {
  public static final String ARGO = "argocd.argoproj.io/hook";
  public static final String HELM = "helm.sh/hook";
  public static final String ARGO_DELETE_POLICY = "argocd.argoproj.io/hook-delete-policy";
  public static final String HELM_DELETE_POLICY = "helm.sh/hook-delete-policy";

  private static final String SKIP = "Skip";

  /** What becomes of a hook afterwards (gitops-engine, {@code common.NewHookDeletePolicy}). */
  public static final Set<String> DELETE_POLICIES =
      new TreeSet<>(Set.of("HookSucceeded", "HookFailed", "BeforeHookCreation"));

  /** Helm's words that it understands. */
  public static final Map<String, SyncPhase> HELMS =
      Map.of(
          "pre-install", SyncPhase.PRE_SYNC,
          "pre-upgrade", SyncPhase.PRE_SYNC,
          "post-install", SyncPhase.POST_SYNC,
          "post-upgrade", SyncPhase.POST_SYNC,
          "pre-delete", SyncPhase.PRE_DELETE,
          "post-delete", SyncPhase.POST_DELETE);

  private SyncHooks() {}

  /** Every word that Argo CD's own annotation takes. */
  public static Set<String> known() {
    Set<String> known = new TreeSet<>(Set.of(SKIP));
    Stream.of(SyncPhase.values()).map(SyncPhase::toString).forEach(known::add);
    return known;
  }

  /** Of Argo CD's words or of Helm's, in whichever annotation it stands. */
  public static Optional<SyncPhase> phase(String word) {
    return SyncPhase.of(word).or(() -> helm(word));
  }

  private static Optional<SyncPhase> helm(String word) {
    return Optional.ofNullable(HELMS.get(word));
  }

  /**
   * The phases of an object. Helm's words count only where its own annotation has none that Argo CD
   * knows, and count then even beside one (gitops-engine, {@code hook.Types}); those for a deletion
   * it looks for in both annotations, whatever else they say (Argo CD, {@code controller/hook.go}).
   *
   * @param argo the text of its own annotation, empty where there is none
   * @param helm the text of Helm's
   */
  public static Set<SyncPhase> phases(String argo, String helm) {
    Set<SyncPhase> phases = new LinkedHashSet<>();
    found(argo, SyncPhase::of).filter(it -> !it.isOfDeletion()).forEach(phases::add);
    if (phases.isEmpty() && !isSkipped(argo)) {
      found(helm, SyncHooks::helm).filter(it -> !it.isOfDeletion()).forEach(phases::add);
    }
    Stream.of(argo, helm)
        .flatMap(words -> found(words, SyncHooks::phase))
        .filter(SyncPhase::isOfDeletion)
        .forEach(phases::add);
    return phases;
  }

  private static Stream<SyncPhase> found(
      String list, Function<String, Optional<SyncPhase>> understood) {
    return words(list).stream().flatMap(word -> understood.apply(word).stream());
  }

  /** Whether the object is left out of every sync. */
  public static boolean isSkipped(String argo) {
    return words(argo).contains(SKIP);
  }

  /** The words of a list as Argo CD takes it apart ({@code resource.GetAnnotationCSVs}). */
  public static List<String> words(String list) {
    return Arrays.stream(list.split(",")).map(String::strip).filter(w -> !w.isEmpty()).toList();
  }
}
