package dev.mayfly.lint.rule.workload;

import dev.mayfly.kind.FieldFault;
import dev.mayfly.kind.FieldFault.Why;
import dev.mayfly.kind.KnownKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.FieldFaults;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.GroupKind;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ChartPins;
import dev.mayfly.lint.view.PodSpecs;
import dev.mayfly.platform.Version;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A rule about fields that do not fit the kind of their object. */
interface FieldRule extends CorpusRule {
  GroupKind SERVICE_VERSION = new GroupKind("operators.coreos.com", "ClusterServiceVersion");

  Set<String> SELECTING = Set.of("Deployment", "StatefulSet", "DaemonSet");

  /** Whether the rule is about this kind of fault. */
  boolean isAbout(Why why);

  @Override
  default void check(Corpus corpus, Findings out) {
    for (FieldFaults object : corpus.fields()) {
      for (FieldFault fault : object.faults()) {
        if (isAbout(fault.why())) {
          check(object, fault, corpus, out.about(object.resource()));
        }
      }
    }
  }

  private static void check(FieldFaults object, FieldFault fault, Corpus corpus, Findings out) {
    Optional<KnownKind> kind = object.kind();
    if (kind.isPresent() && kind.get().isKnownElsewhere(fault)) {
      // Of Argo CD's own fields another rule knows since when there are.
      if (!kind.get().product().equals("argo-cd")) {
        out.unverifiable(
            fault.at(),
            fault.message() + " in " + title(kind.get()) + ", but in another release or channel",
            "find out whether the cluster has it");
      }
    } else if (kind.isPresent() && !fault.why().isType() && isOutdated(kind.get(), corpus, out)) {
      out.unverifiable(
          fault.at(),
          fault.message() + " in " + title(kind.get()),
          "what runs is newer; look whether it has changed there");
    } else if (isOfBundle(object, corpus)) {
      out.unverifiable(
          fault.at(),
          fault.message(),
          "it may be meant for the operator's bundle, whose webhooks have fields of their own");
    } else if (object.mayBePatched(fault, corpus)) {
      out.unverifiable(
          fault.at(),
          fault.message(),
          "a kustomization patches this object; lint what kustomize makes of it");
    } else if (fault.why() == Why.MISSING && mayBePart(object, corpus)) {
      out.unverifiable(
          fault.at(),
          fault.message(),
          "it may be a patch; name it as one in a kustomization, or complete it");
    } else {
      out.add(fault.at(), fault.message(), fault.hint(), quotes(fault));
    }
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
                : PodSpecs.containers(resource).stream().anyMatch(it -> !it.has("image"))));
  }

  /** What is written as a string field was meant as one. */
  private static List<Edit> quotes(FieldFault fault) {
    return fault.why() == Why.UNQUOTED && fault.at() instanceof ScalarNode scalar
        ? Edit.replace(scalar.location(), "\"" + scalar.text() + "\"")
        : List.of();
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
  private static boolean isOutdated(KnownKind kind, Corpus corpus, Findings out) {
    Optional<Version> runs =
        switch (kind.product()) {
          case "argo-cd" -> Optional.of(out.targets().argocd());
          case "cloudnative-pg" -> Optional.of(out.targets().cloudNativePg());
          case "gateway-api" -> Optional.of(out.targets().gatewayApi());
          case "kubernetes" -> Optional.of(out.targets().kubernetes());
          default -> ChartPins.of(corpus, kind.product()).only();
        };
    String[] known = kind.release().split("[.-]");
    return runs.isPresent() && runs.get().compareTo(Version.parse(known[0] + "." + known[1])) > 0;
  }
}
