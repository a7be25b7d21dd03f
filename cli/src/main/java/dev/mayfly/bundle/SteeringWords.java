package dev.mayfly.bundle;

import dev.mayfly.argocd.SyncHooks;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The annotations by which a bundle may tell Argo CD and Helm something, each with the words that
 * it may use; every other one of their domains is refused. Words are as the program compares them,
 * letter case included (gitops-engine, {@code sync/common}, {@code sync/hook} and {@code
 * sync/syncwaves}).
 */
final class SteeringWords {
  /** How Argo CD tracks what is its own, where it is told to go by a label. */
  static final String INSTANCE = "app.kubernetes.io/instance";

  private static final List<String> DOMAINS =
      List.of(
          "argoproj.io",
          "helm.sh",
          "config.kubernetes.io",
          "config.k8s.io",
          "kustomize.k8s.io",
          "mayfly.dev");

  /** Words by annotation; an annotation with none takes a number as Go's {@code Atoi} reads it. */
  private static final Map<String, Set<String>> ALLOWED =
      new TreeMap<>(
          Map.of(
              SyncHooks.ARGO,
              SyncHooks.SYNC_PHASES,
              SyncHooks.HELM,
              // Argo CD never runs the last four.
              Set.of(
                  "pre-install",
                  "pre-upgrade",
                  "post-install",
                  "post-upgrade",
                  "pre-rollback",
                  "post-rollback",
                  "test",
                  "test-success"),
              "argocd.argoproj.io/hook-delete-policy",
              Set.of("HookSucceeded", "HookFailed", "BeforeHookCreation"),
              "helm.sh/hook-delete-policy",
              Set.of("hook-succeeded", "hook-failed", "before-hook-creation"),
              "argocd.argoproj.io/sync-wave",
              Set.of(),
              "helm.sh/hook-weight",
              Set.of(),
              "argocd.argoproj.io/sync-options",
              Set.of(
                  "PruneLast=true",
                  "ServerSideApply=true",
                  "ServerSideApply=false",
                  "SkipDryRunOnMissingResource=true")));

  private SteeringWords() {}

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
        && SyncHooks.DELETION_PHASES.containsKey(word);
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

  /** The allow-list, for its page. */
  static Map<String, Set<String>> allowed() {
    return ALLOWED;
  }
}
