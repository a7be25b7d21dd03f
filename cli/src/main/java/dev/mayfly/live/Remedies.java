package dev.mayfly.live;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** What usually mends what Argo CD and Kubernetes complain of, by words of their own sentences. */
final class Remedies {
  private static final Map<String, String> BY_WORDS = new LinkedHashMap<>();

  static {
    add("exceeded quota", "ask for less in the bundle, or raise `namespace.quota`");
    add("back-off pulling image", "check that the image was pushed, and the pull secret");
    add("errimagepull", "check that the image was pushed, and the pull secret");
    add("imagepullbackoff", "check that the image was pushed, and the pull secret");
    add("oomkilled", "raise the container's memory limit");
    add("back-off restarting", "read the container's log: it ends as soon as it starts");
    add("crashloopbackoff", "read the container's log: it ends as soon as it starts");
    add("progress deadline", "read the events and logs of its pods: none became ready in time");
    add("is not permitted in project", "render and apply the platform again, or list the kind");
    add("violates podsecurity", "meet the level of `namespace.podSecurity` in the bundle");
    add("validatingadmissionpolicy", "the bundle leaves its preview; change what the rule names");
    add("failed to generate manifest", "render the bundle at this commit with the same tool");
    add("no space left", "raise the volume's size");
    add("secretsyncederror", "check the store and the key that `bindings.secrets` names");
    add("could not get secret data", "check the store and the key that `bindings.secrets` names");
    add(
        "unable to resolve",
        "check that the commit was pushed and Argo CD may read the repository");
    add("authentication required", "give Argo CD credentials for the repository");
    add("no matches for kind", "install what serves this kind, before the preview");
    add("namespace is being terminated", "wait until the last preview of this number is gone");
    add("sync operation timed out", "see what it waited for, or raise `argocd.syncTimeout`");
    add("insufficient memory", "the cluster is full: close previews, or lower `capacity`");
    add("insufficient cpu", "the cluster is full: close previews, or lower `capacity`");
  }

  private Remedies() {}

  private static void add(String words, String remedy) {
    BY_WORDS.put(words, remedy);
  }

  /** Empty where nothing usually helps. */
  static String of(String message) {
    String plain = message.toLowerCase(Locale.ROOT);
    return BY_WORDS.entrySet().stream()
        .filter(remedy -> plain.contains(remedy.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
