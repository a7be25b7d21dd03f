package dev.mayfly.bundle;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.argocd.SyncHooks;
import dev.mayfly.argocd.SyncOption;
import dev.mayfly.argocd.SyncOrder;
import dev.mayfly.argocd.SyncPhase;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The annotations by which a bundle may tell Argo CD and Helm something, each with the words that
 * it may use; every other one of their domains is refused. Words are as the program compares them,
 * letter case included (gitops-engine, {@code sync/common}, {@code sync/hook} and {@code
 * sync/syncwaves}).
 */
final class SteeringWords {
  private static final List<String> DOMAINS =
      List.of(
          "argoproj.io",
          "helm.sh",
          "config.kubernetes.io",
          "config.k8s.io",
          "kustomize.k8s.io",
          "mayfly.dev");

  /** Words by annotation; an annotation with none takes a number as Go's {@code Atoi} reads it. */
  static final Map<String, Set<String>> ALLOWED =
      new TreeMap<>(
          Map.of(
              SyncHooks.ARGO,
              ofSyncs(SyncHooks.known()).collect(Collectors.toSet()),
              SyncHooks.HELM,
              // Argo CD never runs these four.
              Stream.concat(
                      ofSyncs(SyncHooks.HELMS.keySet()),
                      Stream.of("pre-rollback", "post-rollback", "test", "test-success"))
                  .collect(Collectors.toSet()),
              SyncHooks.ARGO_DELETE_POLICY,
              SyncHooks.DELETE_POLICIES,
              SyncHooks.HELM_DELETE_POLICY,
              Set.of("hook-succeeded", "hook-failed", "before-hook-creation"),
              ArgoMetadata.SYNC_WAVE,
              Set.of(),
              SyncOrder.WEIGHT,
              Set.of(),
              ArgoMetadata.SYNC_OPTIONS,
              Set.of(
                  SyncOption.PRUNE_LAST.on(),
                  SyncOption.SERVER_SIDE_APPLY.on(),
                  SyncOption.SERVER_SIDE_APPLY.off(),
                  SyncOption.SKIP_DRY_RUN_ON_MISSING_RESOURCE.on())));

  private SteeringWords() {}

  /** Those words of hooks that Argo CD runs, and not when it deletes. */
  private static Stream<String> ofSyncs(Set<String> hooks) {
    return hooks.stream()
        .filter(it -> SyncHooks.phase(it).filter(p -> !p.isOfDeletion()).isPresent());
  }

  /** Whether a key belongs to a program that deploys, and not to what runs in the cluster. */
  static boolean isSteering(String key) {
    int slash = key.indexOf('/');
    String domain = slash < 0 ? "" : key.substring(0, slash);
    return DOMAINS.stream().anyMatch(it -> domain.equals(it) || domain.endsWith("." + it));
  }

  static boolean isAllowed(String key, String value) {
    Set<String> allowed = ALLOWED.get(key);
    if (allowed == null) {
      return false;
    }
    if (allowed.isEmpty()) {
      return value.matches("[-+]?[0-9]{1,9}");
    }
    // A hook for deletion is refused elsewhere, by its own name.
    List<String> words =
        SyncHooks.words(value).stream().filter(it -> !isDeletionHook(key, it)).toList();
    return allowed.containsAll(words) && !SyncHooks.words(value).isEmpty();
  }

  private static boolean isDeletionHook(String key, String word) {
    return (key.equals(SyncHooks.ARGO) || key.equals(SyncHooks.HELM))
        && SyncHooks.phase(word).filter(SyncPhase::isOfDeletion).isPresent();
  }

  static String hint(String key) {
    Set<String> allowed = ALLOWED.get(key);
    if (allowed == null) {
      return "remove it";
    }
    return allowed.isEmpty()
        ? "write a whole number in quotes"
        : "allowed are: " + String.join(", ", new TreeSet<>(allowed));
  }
}
