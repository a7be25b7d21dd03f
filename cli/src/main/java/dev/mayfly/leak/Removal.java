package dev.mayfly.leak;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.yaml.Node;

/**
 * What to run so that an object of a preview goes, and all that it stands for.
 *
 * @param state what of the object matters for that, to end a sentence; may be empty
 * @param hint commands, for people to run
 */
record Removal(String state, String hint) {
  /** Kubernetes deletes a released volume once it is told to. */
  private static final String RECLAIM = "persistentVolumeReclaimPolicy";

  static Removal of(ClusterObject object) {
    String delete = "kubectl delete " + object.argument();
    if (object.is(GroupKind.APPLICATION)) {
      return object.finalizers().stream().anyMatch(ArgoMetadata::cascades)
          ? plain(delete)
          : new Removal(
              "; it has no finalizer that takes its objects along",
              run(
                  patch(object, "metadata", "finalizers", "[\"" + ArgoMetadata.FINALIZER + "\"]"),
                  delete));
    }
    if (object.is(GroupKind.PERSISTENT_VOLUME)) {
      String policy = object.text("spec", RECLAIM);
      if (policy.equals("Delete")) {
        return new Removal(
            "; the claim is gone, and Kubernetes has not deleted the volume",
            "`kubectl describe " + object.argument() + "` says what keeps it from that");
      }
      return new Removal(
          "; the claim is gone, and the reclaim policy is `%s`".formatted(word(policy)),
          run(patch(object, "spec", RECLAIM, "\"Delete\""))
              + " has Kubernetes delete the volume and its data");
    }
    if (object.is(GroupKind.VOLUME_SNAPSHOT_CONTENT)) {
      String policy = object.text("spec", "deletionPolicy");
      return new Removal(
          "; the VolumeSnapshot is gone, and the deletion policy is `%s`".formatted(word(policy)),
          run(patch(object, "spec", "deletionPolicy", "\"Delete\""), delete));
    }
    String field =
        object.is(GroupKind.DATABASE) ? "databaseReclaimPolicy" : "databaseRoleReclaimPolicy";
    boolean inPostgres = object.is(GroupKind.DATABASE) || object.is(GroupKind.DATABASE_ROLE);
    Node policy = object.node().at("spec", field);
    return inPostgres && (policy == null || !"delete".equals(policy.textAt()))
        ? new Removal(
            "; what it made in PostgreSQL would stay behind",
            run(patch(object, "spec", field, "\"delete\""), delete))
        : plain(delete);
  }

  private static Removal plain(String command) {
    return new Removal("", run(command));
  }

  /** A policy is one of a few words; anything else is somebody's joke. */
  private static String word(String policy) {
    return policy.matches("[A-Za-z]{1,20}") ? policy : "unknown";
  }

  static String patch(ClusterObject object, String part, String field, String value) {
    return "kubectl patch %s --type merge -p '{\"%s\":{\"%s\":%s}}'"
        .formatted(object.argument(), part, field, value);
  }

  private static String run(String... commands) {
    return "`" + String.join(" && ", commands) + "`";
  }
}
