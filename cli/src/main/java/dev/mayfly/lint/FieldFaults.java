package dev.mayfly.lint;

import dev.mayfly.kubernetes.FieldCheck;
import dev.mayfly.kubernetes.FieldFault;
import dev.mayfly.kubernetes.FieldFault.Why;
import dev.mayfly.kubernetes.FieldType.Struct;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.Kinds;
import dev.mayfly.kubernetes.KnownKind;
import dev.mayfly.kubernetes.KubernetesMetadata;
import dev.mayfly.yaml.GoScalar;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What of one object does not fit its kind.
 *
 * @param kind empty where nothing is known of the kind but that it has labels and annotations
 * @param isPart whether it is a patch, which need not be complete
 */
public record FieldFaults(
    Resource resource, Optional<KnownKind> kind, boolean isPart, List<FieldFault> faults) {

  /** What no API server is given: their own readers refuse what does not fit. */
  private static final String OURS = "mayfly.dev";

  static List<FieldFaults> of(Corpus corpus) {
    List<Resource> others =
        corpus.resources().stream().filter(it -> !it.type().group().equals(OURS)).toList();
    return Stream.of(
            SharedWork.map(others, it -> check(corpus, it, false)),
            SharedWork.map(corpus.patches(), it -> check(corpus, it, true)))
        .flatMap(List::stream)
        .filter(it -> !it.faults().isEmpty())
        .toList();
  }

  private static FieldFaults check(Corpus corpus, Resource resource, boolean part) {
    Optional<KnownKind> kind = Kinds.known(resource.apiVersion(), resource.kind());
    Struct type = kind.map(KnownKind::type).orElseGet(Kinds::any);
    boolean built = part || !corpus.including(resource).isEmpty();
    Function<ScalarNode, GoScalar> reader = built ? GoScalar::afterKustomize : GoScalar::of;
    List<FieldFault> faults =
        new ArrayList<>(FieldCheck.check(resource.root(), type, "", resource.subject(), reader));
    if (resource.is(GroupKind.APPLICATION_SET) && kind.isPresent()) {
      faults.addAll(NestedGenerators.faults(resource, type, reader));
    }
    if (!faults.isEmpty()) {
      boolean foreign = isForSomebodyElse(resource);
      faults.removeIf(it ->
          foreign
              || (kind.isEmpty() && it.why() != Why.UNQUOTED)
              || (part && isOfPatch(it))
              || (built && isMadeByKustomize(it, resource, corpus))
              || isOfStatus(it, resource)
              || isOpen(it, resource));
    }
    return new FieldFaults(resource, kind, part, faults);
  }

  /**
   * Files that sops decrypts first have a key of its own, and kustomize drops what is marked as
   * local.
   */
  private static boolean isForSomebodyElse(Resource resource) {
    return resource.root().has("sops") || KubernetesMetadata.isKeptBack(resource);
  }

  /** A patch is no whole object, and has directives among its fields. */
  private static boolean isOfPatch(FieldFault fault) {
    return fault.why() == Why.MISSING
        || (fault.at() instanceof ScalarNode key && key.text().startsWith("$"));
  }

  /**
   * Kustomize writes every annotation of an object as a string, and makes the selector that its
   * labels go into.
   */
  private static boolean isMadeByKustomize(FieldFault fault, Resource resource, Corpus corpus) {
    return (fault.why() == Why.UNQUOTED && fault.path().startsWith("metadata.annotations."))
        || (fault.path().equals("spec.selector")
            && corpus.including(resource).stream()
                .anyMatch(it -> it.root().has("commonLabels") || it.root().has("labels")));
  }

  /** What has a status and no more is what some test waits for, not what anybody applies. */
  private static boolean isOfStatus(FieldFault fault, Resource resource) {
    return fault.why() == Why.MISSING
        && resource.root().has("status")
        && !resource.root().has("spec");
  }

  /** Whether another program still fills it in; what a set fills in itself keeps its type. */
  private static boolean isOpen(FieldFault fault, Resource resource) {
    if (fault.why() == Why.MISSING) {
      return false;
    }
    if (!(fault.at() instanceof ScalarNode scalar)) {
      return isBraced(fault.at());
    }
    boolean own = resource.is(GroupKind.APPLICATION_SET) && fault.why() != Why.UNKNOWN;
    return ForeignTemplates.isHole(
        own ? scalar.text().replaceAll("(?<!\\$)\\{\\{", "") : scalar.text());
  }

  /** A name in braces that a script replaces is a map to YAML. */
  private static boolean isBraced(Node node) {
    return node instanceof MapNode map
        && map.entries().size() == 1
        && map.keys().getFirst().matches("[A-Z][A-Z0-9_]*")
        && map.entries().getFirst().value() instanceof ScalarNode value
        && value.isNull();
  }

  /** Whether a patch may mend it; what takes a field out names it. */
  public boolean mayBePatched(FieldFault fault, Corpus corpus) {
    return !isPart
        && corpus.isPatched(resource)
        && !(fault.why() == Why.UNKNOWN
            && fault.at() instanceof ScalarNode key
            && corpus.including(resource).stream()
                .noneMatch(it -> mayName(it, key.text(), corpus)));
  }

  private static boolean mayName(Kustomization kustomization, String field, Corpus corpus) {
    return kustomization.root().has("components")
        || kustomization.root().has("transformers")
        || corpus.textOf(kustomization.root().location().file()).contains(field)
        || kustomization.patchFiles().stream().anyMatch(it -> corpus.textOf(it).contains(field));
  }

  /** Whether the file lies with a kustomization, or just below it, and none takes it in. */
  public boolean isUnlisted(Corpus corpus) {
    String folder = resource.directory();
    return corpus.including(resource).isEmpty()
        && (corpus.kustomizationIn(folder).isPresent()
            || corpus.kustomizationIn(RelativePath.parent(folder)).isPresent());
  }
}
