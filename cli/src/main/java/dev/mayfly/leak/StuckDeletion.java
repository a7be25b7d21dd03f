package dev.mayfly.leak;

import dev.mayfly.argocd.OperationPhase;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.preview.UntrustedText;
import dev.mayfly.yaml.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Why an object that shall go is still there.
 *
 * @param age how long it has been going
 */
record StuckDeletion(String age, String reason, String hint) {
  /** From when on nobody waits for it any more: a whole preview is gone within a minute or two. */
  private static final Duration GRACE = Duration.ofMinutes(15);

  private static final int LONGEST = 300;

  /** In this order the first that holds says most (Kubernetes, {@code namespace_controller}). */
  private static final List<String> OF_NAMESPACES =
      List.of(
          "NamespaceDeletionDiscoveryFailure",
          "NamespaceDeletionGroupVersionParsingFailure",
          "NamespaceDeletionContentFailure",
          "NamespaceFinalizersRemaining",
          "NamespaceContentRemaining");

  /** Of Argo CD, {@code pkg/apis/application/v1alpha1/application_types.go}. */
  private static final List<String> OF_APPLICATIONS =
      List.of("DeletionError", "InvalidSpecError", "ComparisonError", "UnknownError");

  static Optional<StuckDeletion> of(ClusterObject object, ListedCluster cluster, Instant now) {
    return object
        .deletedAt()
        .map(since -> Duration.between(since, now))
        .filter(age -> age.compareTo(GRACE) >= 0)
        .map(age ->
            object.is(GroupKind.APPLICATION)
                ? application(words(age), object, cluster)
                : other(words(age), object));
  }

  /**
   * An operation that runs goes first, and without its project nothing is deleted (Argo CD, {@code
   * processAppOperationQueueItem}, {@code finalizeApplicationDeletion}).
   */
  private static StuckDeletion application(
      String age, ClusterObject object, ListedCluster cluster) {
    boolean running =
        object.node().at("operation") != null
            || OperationPhase.of(object.text("status", "operationState", "phase"))
                == OperationPhase.RUNNING;
    if (running) {
      return new StuckDeletion(
          age,
          "a sync is running, and Argo CD deletes nothing before it ends",
          "`argocd app terminate-op " + object.name() + "`");
    }
    String project = object.text("spec", "project");
    if (!project.isEmpty() && cluster.projects().lacks(project)) {
      return new StuckDeletion(
          age,
          "its AppProject `" + shown(project) + "` is not there, and without it nothing is deleted",
          "apply the AppProject again, as `mayfly render platform` writes it");
    }
    String condition = condition(object, OF_APPLICATIONS, false);
    return condition.isEmpty()
        ? other(age, object)
        : new StuckDeletion(
            age,
            condition,
            "fix what Argo CD says; where its cluster is gone for good: " + lastResort(object));
  }

  private static StuckDeletion other(String age, ClusterObject object) {
    String condition = condition(object, OF_NAMESPACES, true);
    if (!condition.isEmpty()) {
      return new StuckDeletion(
          age, condition, "see that the owner of what is named there runs, and finishes its work");
    }
    List<String> finalizers = object.finalizers();
    String names = shown(String.join(", ", finalizers));
    String said = shown(object.text("status", "message"));
    return finalizers.isEmpty()
        ? new StuckDeletion(
            age, "it has no finalizer, so it should be gone", "list the cluster again")
        : new StuckDeletion(
            age,
            "nobody has done the work of its finalizer "
                + names
                + (said.isEmpty() ? "" : "; it says: " + said),
            "see that the owner of the finalizer runs; when its work is done by hand: "
                + lastResort(object));
  }

  private static String lastResort(ClusterObject object) {
    return "`"
        + Removal.patch(object, "metadata", "finalizers", "null")
        + "`, which leaves behind what it guards";
  }

  /** What the first of these conditions says. */
  private static String condition(ClusterObject object, List<String> types, boolean withStatus) {
    List<Node> conditions = object.node().itemsAt("status", "conditions");
    for (String type : types) {
      for (Node it : conditions) {
        boolean holds = !withStatus || "True".equals(it.textAt("status"));
        if (holds && type.equals(it.textAt("type"))) {
          return type + ": " + shown(it.textOrEmpty("message"));
        }
      }
    }
    return "";
  }

  private static String shown(String text) {
    return UntrustedText.clean(text, LONGEST);
  }

  private static String words(Duration age) {
    return age.toDays() > 1
        ? age.toDays() + " days"
        : age.toHours() > 1 ? age.toHours() + " hours" : age.toMinutes() + " minutes";
  }
}
