package dev.mayfly.argocd;

import dev.mayfly.argocd.LiveChange.Kind;
import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.argocd.jq.JqStop;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;

/**
 * What the controller does with the Applications that are there (Argo CD, {@code
 * applicationset_controller.go}, {@code createOrUpdateInCluster} and {@code deleteInCluster}).
 */
public record LiveComparison(Node set, LiveApplications live, ApplicationsSync policy) {
  /** Annotations that the controller leaves to others. */
  private static final List<String> OTHERS =
      List.of(
          "notified.notifications.argoproj.io",
          "argocd.argoproj.io/refresh",
          "argocd.argoproj.io/hydrate");

  private static final List<String> OTHERS_FINALIZERS =
      List.of(
          "pre-delete-finalizer.argocd.argoproj.io", "post-delete-finalizer.argocd.argoproj.io");

  private static final List<String> OWNERS = List.of("metadata", "ownerReferences");
  private static final List<String> FINALIZERS = List.of("metadata", "finalizers");

  /** A controller that was told a policy takes that of no set, unless it was told so too. */
  public static LiveComparison of(
      Node set, LiveApplications live, Optional<ApplicationsSync> controller) {
    return new LiveComparison(set, live, controller.orElseGet(() -> ApplicationsSync.of(set)));
  }

  /** All changes; none where generation stalls, and none known where it is not known. */
  public List<LiveChange> changes(Simulation simulation) {
    if (simulation.undecided().isPresent()) {
      return List.of();
    }
    List<LiveChange> changes = new ArrayList<>();
    Map<String, Node> found = live.byName(namespace());
    for (GeneratedApplication application : simulation.applications()) {
      changes.add(
          change(
              application,
              Optional.ofNullable(found.get(application.name())),
              simulation.argoCd()));
    }
    Set<String> wanted =
        simulation.applications().stream()
            .map(GeneratedApplication::name)
            .collect(Collectors.toSet());
    Optional<String> refused =
        changes.stream()
            .filter(it -> it.kind() == Kind.REFUSED)
            .map(LiveChange::name)
            .min(Comparator.naturalOrder());
    for (Node application : live.ofSet(namespace(), simulation.name())) {
      String name = String.valueOf(application.textAt("metadata", "name"));
      if (!wanted.contains(name)) {
        changes.add(gone(name, application, refused));
      }
    }
    changes.sort(Comparator.comparing(LiveChange::kind).thenComparing(LiveChange::name));
    return changes;
  }

  private String namespace() {
    return set.textOrEmpty("metadata", "namespace");
  }

  private LiveChange gone(String name, Node application, Optional<String> refused) {
    if (!policy.deletes()) {
      return LiveChange.of(Kind.KEPT, name, "the policy `" + policy + "` deletes none");
    }
    if (refused.isPresent()) {
      return LiveChange.of(
          Kind.KEPT, name, "none is deleted as long as `" + refused.get() + "` fails");
    }
    boolean resources =
        finalizers(GoYaml.value(application), "").stream()
            .anyMatch(it -> ArgoMetadata.cascades(it.printed()));
    return LiveChange.of(
        Kind.DELETED,
        name,
        resources ? "with its resources" : "its resources stay: it has no finalizer");
  }

  private LiveChange change(
      GeneratedApplication generated, Optional<Node> found, ReleaseLine argoCd) {
    String name = generated.name();
    if (found.isEmpty()) {
      return LiveChange.of(Kind.CREATED, name);
    }
    String set = String.valueOf(this.set.textAt("metadata", "name"));
    Optional<LiveApplications.Owner> owner = LiveApplications.owner(found.get());
    if (owner.isPresent() && !owner.get().isSet(set)) {
      String other = MessageText.quoted(owner.get().name());
      return LiveChange.of(
          Kind.REFUSED, name, MessageText.value(owner.get().kind()) + " " + other + " controls it");
    }
    SortedSet<String> fields;
    try {
      fields = differences(generated.manifest(), found.get(), owner.isEmpty(), argoCd);
    } catch (JqStop stop) {
      return LiveChange.of(Kind.UNVERIFIABLE, name, stop.reason());
    }
    if (fields.isEmpty()) {
      return LiveChange.of(Kind.UNCHANGED, name);
    }
    // What is not the set's yet counts as new, so that no policy keeps it as it is.
    return !policy.updates() && owner.isPresent()
        ? LiveChange.of(
            Kind.KEPT,
            name,
            "the policy `" + policy + "` updates none: " + String.join(", ", fields))
        : new LiveChange(Kind.UPDATED, name, List.copyOf(fields));
  }

  /**
   * Before 3.5 fields are ignored in what runs as it is written, since then where empty blocks are
   * gone, and since 3.6 those that are empty then go too ({@code CreateOrUpdate}).
   */
  private SortedSet<String> differences(
      Node generated, Node found, boolean isTakenOver, ReleaseLine argoCd) throws JqStop {
    GoValue written = ComparedApplication.of(found);
    GoValue live = argoCd.isAtLeast(3, 5) ? ComparedApplication.normalized(written) : written;
    GoValue wanted =
        RollingSteps.written(
            set, ComparedApplication.normalized(ComparedApplication.of(generated)));
    for (String kind : List.of("annotations", "labels")) {
      for (String key : preserved(kind)) {
        GoValue kept = ValuePaths.at(live, List.of("metadata", kind, key));
        if (!kept.isNil()) {
          wanted = ValuePaths.with(wanted, List.of("metadata", kind, key), kept);
        }
      }
    }
    List<GoValue> finalizers = new ArrayList<>(finalizers(wanted, ""));
    OTHERS_FINALIZERS.forEach(prefix -> finalizers.addAll(finalizers(live, prefix)));
    wanted = ValuePaths.with(wanted, FINALIZERS, GoValue.list(finalizers));
    IgnoredFields ignored = IgnoredFields.of(set, found);
    SortedSet<String> fields =
        FieldDifference.of(ComparedApplication.normalized(live), wanted, argoCd);
    if (!fields.isEmpty()) {
      fields = ignored.differences(live, wanted, argoCd);
    }
    if (isTakenOver && !ignored.pointers().contains(OWNERS)) {
      fields.add(String.join(".", OWNERS));
    }
    return fields;
  }

  private List<String> preserved(String kind) {
    List<String> keys = new ArrayList<>(kind.equals("annotations") ? OTHERS : List.of());
    keys.addAll(set.stringsAt("spec", "preservedFields", kind));
    return keys;
  }

  private static List<GoValue> finalizers(GoValue application, String prefix) {
    return ValuePaths.at(application, FINALIZERS) instanceof GoValue.Items(var items, var ignored)
        ? items.stream().filter(it -> it.printed().startsWith(prefix)).toList()
        : List.of();
  }
}
