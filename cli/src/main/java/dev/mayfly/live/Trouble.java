package dev.mayfly.live;

import dev.mayfly.preview.UntrustedText;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * An object that stands in the way, and what is said of it.
 *
 * @param object kind and name, or the name of a condition
 * @param state Argo CD's word for how it is
 * @param message what a cluster says, cleaned and cut: pull requests can choose parts of it
 * @param hint what usually mends it; empty where nothing usually does
 */
public record Trouble(String object, String state, String message, String hint) {
  private static final int LONGEST = 400;

  /** What usually mends what Argo CD and Kubernetes say, by words of their own sentences. */
  private static final Map<String, String> REMEDIES = new LinkedHashMap<>();

  static {
    REMEDIES.put("exceeded quota", "ask for less in the bundle, or raise `namespace.quota`");
    REMEDIES.put("back-off pulling image", "check that the image was pushed, and the pull secret");
    REMEDIES.put("errimagepull", "check that the image was pushed, and the pull secret");
    REMEDIES.put("imagepullbackoff", "check that the image was pushed, and the pull secret");
    REMEDIES.put("oomkilled", "raise the container's memory limit");
    REMEDIES.put("back-off restarting", "read the container's log: it ends as soon as it starts");
    REMEDIES.put("crashloopbackoff", "read the container's log: it ends as soon as it starts");
    REMEDIES.put(
        "progress deadline", "read the events and logs of its pods: none became ready in time");
    REMEDIES.put(
        "is not permitted in project", "render and apply the platform again, or list the kind");
    REMEDIES.put("violates podsecurity", "meet the level of `namespace.podSecurity` in the bundle");
    REMEDIES.put(
        "validatingadmissionpolicy", "the bundle leaves its preview; change what the rule names");
    REMEDIES.put(
        "failed to generate manifest", "render the bundle at this commit with the same tool");
    REMEDIES.put("no space left", "raise the volume's size");
    REMEDIES.put("secretsyncederror", "check the store and the key that `bindings.secrets` names");
    REMEDIES.put(
        "could not get secret data", "check the store and the key that `bindings.secrets` names");
    REMEDIES.put(
        "unable to resolve",
        "check that the commit was pushed and Argo CD may read the repository");
    REMEDIES.put("authentication required", "give Argo CD credentials for the repository");
    REMEDIES.put("no matches for kind", "install what serves this kind, before the preview");
    REMEDIES.put(
        "namespace is being terminated", "wait until the last preview of this number is gone");
    REMEDIES.put(
        "sync operation timed out", "see what it waited for, or raise `argocd.syncTimeout`");
    REMEDIES.put("insufficient memory", "the cluster is full: close previews, or lower `capacity`");
    REMEDIES.put("insufficient cpu", "the cluster is full: close previews, or lower `capacity`");
  }

  static Trouble of(String object, String state, String message) {
    String clean = UntrustedText.clean(message, LONGEST);
    return new Trouble(
        UntrustedText.clean(object, LONGEST), UntrustedText.clean(state, 40), clean, remedy(clean));
  }

  /** Empty where nothing usually helps. */
  private static String remedy(String message) {
    String plain = message.toLowerCase(Locale.ROOT);
    return REMEDIES.entrySet().stream()
        .filter(remedy -> plain.contains(remedy.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
