package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What the controller does with the Applications that are there (Argo CD, {@code
 * applicationset_controller.go}, {@code createOrUpdateInCluster} and {@code deleteInCluster}).
 */
public record LiveComparison(Node set, LiveApplications live, String policy) {
  private static final Set<String> KEEPS_WHAT_IS_NEW = Set.of("create-only", "create-delete");
  private static final Set<String> KEEPS_WHAT_IS_GONE = Set.of("create-only", "create-update");

  /** Annotations that the controller leaves to others. */
  private static final List<String> OTHERS =
      List.of(
          "notified.notifications.argoproj.io",
          "argocd.argoproj.io/refresh",
          "argocd.argoproj.io/hydrate");

  private static final List<String> OTHERS_FINALIZERS =
      List.of(
          "pre-delete-finalizer.argocd.argoproj.io", "post-delete-finalizer.argocd.argoproj.io");

  /** A controller that was told a policy takes that of no set, unless it was told so too. */
  public static LiveComparison of(Node set, LiveApplications live, Optional<String> controller) {
    String written = set.textOrEmpty("spec", "syncPolicy", "applicationsSync");
    return new LiveComparison(set, live, controller.orElse(written.isEmpty() ? "sync" : written));
  }

  /** All changes; none where generation stalls, and none known where it is not known. */
  public List<LiveChange> changes(Simulation simulation) {
    if (simulation.isStalled() || simulation.isUnverifiable() || simulation.isCut()) {
      return List.of();
    }
    List<LiveChange> changes = new ArrayList<>();
    Map<String, Node> found = live.byName(namespace());
    for (GeneratedApplication application : simulation.applications()) {
      changes.add(change(application, Optional.ofNullable(found.get(application.name()))));
    }
    Set<String> wanted =
        simulation.applications().stream()
            .map(GeneratedApplication::name)
            .collect(Collectors.toSet());
    for (Node application : live.ofSet(namespace(), simulation.name())) {
      String name = String.valueOf(application.textAt("metadata", "name"));
      if (!wanted.contains(name)) {
        changes.add(gone(name, application));
      }
    }
    changes.sort(Comparator.comparing(LiveChange::kind).thenComparing(LiveChange::name));
    return changes;
  }

  private String namespace() {
    return set.textOrEmpty("metadata", "namespace");
  }

  private LiveChange gone(String name, Node application) {
    boolean resources =
        !FieldDifference.of("", null, application.at("metadata", "finalizers")).isEmpty();
    return KEEPS_WHAT_IS_GONE.contains(policy)
        ? new LiveChange(
            LiveChange.Kind.KEPT, name, List.of("the policy `" + policy + "` deletes none"))
        : new LiveChange(
            LiveChange.Kind.DELETED,
            name,
            List.of(resources ? "with its resources" : "its resources stay: it has no finalizer"));
  }

  private LiveChange change(GeneratedApplication generated, Optional<Node> found) {
    if (found.isEmpty()) {
      return new LiveChange(LiveChange.Kind.CREATED, generated.name(), List.of());
    }
    String set = String.valueOf(this.set.textAt("metadata", "name"));
    Optional<String> owner = LiveApplications.owner(found.get());
    if (owner.isPresent() && !owner.get().equals(set)) {
      return new LiveChange(
          LiveChange.Kind.REFUSED,
          generated.name(),
          List.of("ApplicationSet `" + Shown.value(owner.get()) + "` controls it"));
    }
    IgnoredFields ignored = IgnoredFields.of(this.set, generated.name());
    SortedSet<String> fields = differences(generated.manifest(), found.get(), ignored);
    if (owner.isEmpty()) {
      fields.add("metadata.ownerReferences");
    }
    if (!ignored.unknown().isEmpty() && !fields.isEmpty()) {
      return new LiveChange(LiveChange.Kind.UNVERIFIABLE, generated.name(), ignored.unknown());
    }
    if (fields.isEmpty()) {
      return new LiveChange(LiveChange.Kind.UNCHANGED, generated.name(), List.of());
    }
    return KEEPS_WHAT_IS_NEW.contains(policy)
        ? new LiveChange(
            LiveChange.Kind.KEPT,
            generated.name(),
            List.of("the policy `" + policy + "` updates none: " + String.join(", ", fields)))
        : new LiveChange(LiveChange.Kind.UPDATED, generated.name(), List.copyOf(fields));
  }

  private SortedSet<String> differences(Node generated, Node found, IgnoredFields ignored) {
    SortedSet<String> fields =
        FieldDifference.of(
            "spec",
            ignored.without(FieldDifference.value(found.at("spec"))),
            ignored.without(FieldDifference.value(generated.at("spec"))));
    for (String kind : List.of("annotations", "labels")) {
      fields.addAll(
          FieldDifference.of(
              "metadata." + kind, found.at("metadata", kind), generated.at("metadata", kind)));
      preserved(kind).forEach(key -> forget(fields, kind, key, found));
    }
    if (!finalizers(found, true).equals(finalizers(generated, false))) {
      fields.add("metadata.finalizers");
    }
    fields.removeIf(ignored::covers);
    if (RollingSteps.isRolling(set)) {
      fields.remove("spec.syncPolicy.automated.enabled");
    }
    return fields;
  }

  /** What is there and preserved stays as it is; what is not there comes all the same. */
  private static void forget(SortedSet<String> fields, String kind, String key, Node found) {
    if (found.at("metadata", kind, key) != null) {
      fields.remove("metadata." + kind + "." + key);
    }
  }

  private List<String> preserved(String kind) {
    List<String> keys = new ArrayList<>(kind.equals("annotations") ? OTHERS : List.of());
    if (set.at("spec", "preservedFields", kind) instanceof ListNode list) {
      list.items().forEach(item -> keys.add(item instanceof ScalarNode it ? it.text() : ""));
    }
    return keys;
  }

  /** Those of hooks are others' too. */
  private static SortedSet<String> finalizers(Node application, boolean live) {
    SortedSet<String> finalizers = new TreeSet<>();
    if (FieldDifference.value(application.at("metadata", "finalizers"))
        instanceof GoValue.Items items) {
      for (GoValue item : items.values()) {
        String finalizer = item.printed();
        if (!live || OTHERS_FINALIZERS.stream().noneMatch(finalizer::startsWith)) {
          finalizers.add(finalizer);
        }
      }
    }
    return finalizers;
  }
}
