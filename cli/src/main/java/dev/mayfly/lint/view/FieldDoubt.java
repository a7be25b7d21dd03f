package dev.mayfly.lint.view;

import dev.mayfly.kubernetes.FieldFault;
import dev.mayfly.kubernetes.FieldFault.Why;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.KnownKind;
import dev.mayfly.kubernetes.Pods;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.FieldFaults;
import dev.mayfly.lint.Resource;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.platform.Targets;
import java.util.Optional;
import java.util.Set;

/**
 * Why a field that does not fit its kind may be right after all.
 *
 * @param message what is known of the field
 * @param hint what would settle it
 */
public record FieldDoubt(String message, String hint) {
  private static final GroupKind SERVICE_VERSION =
      new GroupKind("operators.coreos.com", "ClusterServiceVersion");

  private static final Set<String> SELECTING = Set.of("Deployment", "StatefulSet", "DaemonSet");

  /** Empty where nothing speaks for the field. */
  public static Optional<FieldDoubt> of(
      FieldFaults object, FieldFault fault, Corpus corpus, Targets targets) {
    Optional<KnownKind> kind = object.kind();
    String message = fault.message();
    if (kind.isPresent() && kind.get().isKnownElsewhere(fault)) {
      return doubt(
          message + " in " + title(kind.get()) + ", but in another release or channel",
          "find out whether the cluster has it");
    }
    if (kind.isPresent() && !fault.why().isType() && isOutdated(kind.get(), corpus, targets)) {
      return doubt(
          message + " in " + title(kind.get()),
          "what runs is newer; look whether it has changed there");
    }
    if (isOfBundle(object, corpus)) {
      return doubt(
          message,
          "it may be meant for the operator's bundle, whose webhooks have fields of their own");
    }
    if (object.mayBePatched(fault, corpus)) {
      return doubt(message, "a kustomization patches this object; lint what kustomize makes of it");
    }
    return fault.why() == Why.MISSING && mayBePart(object, corpus)
        ? doubt(message, "it may be a patch; name it as one in a kustomization, or complete it")
        : Optional.empty();
  }

  private static Optional<FieldDoubt> doubt(String message, String hint) {
    return Optional.of(new FieldDoubt(message, hint));
  }

  /** Whether OLM may read a webhook from a patch, and no API server does. */
  private static boolean isOfBundle(FieldFaults object, Corpus corpus) {
    return object.isPart()
        && object.resource().type().group().equals("admissionregistration.k8s.io")
        && !corpus.of(SERVICE_VERSION).isEmpty();
  }

  /**
   * What lies beside a kustomization that does not list it, or selects no pods and has a container
   * without an image or no pods at all, is as likely a patch that some script applies.
   */
  private static boolean mayBePart(FieldFaults object, Corpus corpus) {
    Resource resource = object.resource();
    return object.isUnlisted(corpus)
        || (resource.at("spec", "selector") == null
            && (resource.at("spec", "template") == null
                ? SELECTING.contains(resource.kind())
                : Pods.containers(resource.pod()).stream().anyMatch(it -> !it.has("image"))));
  }

  private static String title(KnownKind kind) {
    return switch (kind.product()) {
          case "argo-cd" -> "Argo CD ";
          case "cloudnative-pg" -> "CloudNativePG ";
          case "gateway-api" -> "Gateway API ";
          case "kubernetes" -> "Kubernetes ";
          default -> kind.product() + " ";
        }
        + kind.release();
  }

  /** Whether what runs is newer than what is known of the kind. */
  private static boolean isOutdated(KnownKind kind, Corpus corpus, Targets targets) {
    Optional<ReleaseLine> runs =
        switch (kind.product()) {
          case "argo-cd" -> Optional.of(targets.argocd());
          case "cloudnative-pg" -> Optional.of(targets.cloudNativePg());
          case "gateway-api" -> Optional.of(targets.gatewayApi());
          case "kubernetes" -> Optional.of(targets.kubernetes());
          default -> ChartPins.only(corpus, kind.product());
        };
    String[] known = kind.release().split("[.-]");
    return runs.isPresent()
        && runs.get().compareTo(ReleaseLine.parse(known[0] + "." + known[1])) > 0;
  }
}
