package dev.mayfly.leak;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which preview of a platform an object is of: by the labels that rendering writes, by the
 * namespace it is in, by Argo CD's tracking id, and by names. Labels that name another platform
 * settle it, and what another Application made or another AppProject holds is only named alike.
 */
final class Attribution {
  /** Of what is in a namespace that is called as a preview's. */
  static final String NAMESPACE = "namespace";

  private static final String PLATFORM = "mayfly.dev/platform";

  private final Platform platform;
  private final List<Names> previews = new ArrayList<>();

  /** The names of an app's previews, read backwards. */
  private record Names(
      String app,
      Optional<NumberedName> namespace,
      NumberedName application,
      Optional<DatabaseNames> database,
      Optional<NumberedName> databaseObject) {}

  /** A preview, and what shows it. */
  record Mark(PreviewId preview, String by) {}

  Attribution(LoadedPlatform loaded) {
    this.platform = loaded.platform();
    for (Blueprint it : loaded.all()) {
      Optional<DatabaseNames> database = it.names().database();
      previews.add(
          new Names(
              it.app().name(),
              Optional.of(it)
                  .filter(Blueprint::ownsNamespace)
                  .map(b -> new NumberedName(b.names().namespace())),
              new NumberedName(it.names().application()),
              database,
              database.map(names -> new NumberedName(names.object()))));
    }
  }

  /** Whether an object says by its label that it is of this platform. */
  boolean isLabelled(Node object) {
    return object.textOrEmpty("metadata", "labels", PLATFORM).equals(platform.name());
  }

  /** Whether an Application of Argo CD made the object. */
  static boolean isTracked(Node object) {
    return !object.textOrEmpty("metadata", "annotations", ArgoMetadata.TRACKING_ID).isEmpty();
  }

  Optional<Mark> of(GroupKind type, Node object) {
    String label = object.textOrEmpty("metadata", "labels", PLATFORM);
    if (!label.isEmpty() && !label.equals(platform.name())) {
      return Optional.empty();
    }
    String namespace = object.textOrEmpty("metadata", "namespace");
    String name = object.textOrEmpty("metadata", "name");
    return Optional.of(object)
        .filter(it -> !label.isEmpty())
        .flatMap(Attribution::byLabels)
        .or(() -> inNamespace(namespace, NAMESPACE))
        .or(() -> byTrackingId(type, object))
        .or(() -> isAnothers(type, object) ? Optional.empty() : byName(type, namespace, name))
        .or(() -> byOperator(namespace, object))
        .or(() -> byStorage(type, object));
  }

  private static Optional<Mark> byLabels(Node object) {
    String app = object.textOrEmpty("metadata", "labels", "mayfly.dev/app");
    return PullRequestNumber.parse(
            object.textOrEmpty("metadata", "labels", "mayfly.dev/pull-request"))
        .filter(number -> Syntaxes.DNS_LABEL.matches(app))
        .map(number -> new Mark(new PreviewId(app, number), "labels"));
  }

  Optional<Mark> inNamespace(String namespace, String by) {
    return first(by, it -> it.namespace.flatMap(name -> name.number(namespace)));
  }

  /**
   * The Application that made it. One that names another object was copied with its annotations,
   * and Argo CD does not manage it (Argo CD, {@code resourceTracking.GetAppName}). Before the name
   * stands the namespace of an Application that is not in Argo CD's own.
   */
  private static Optional<String> maker(GroupKind type, Node object) {
    String[] parts =
        object.textOrEmpty("metadata", "annotations", ArgoMetadata.TRACKING_ID).split(":", 3);
    String itself =
        "%s/%s:%s/%s"
            .formatted(
                type.group(),
                type.kind(),
                object.textOrEmpty("metadata", "namespace"),
                object.textOrEmpty("metadata", "name"));
    return parts.length == 3 && itself.equals(parts[1] + ":" + parts[2])
        ? Optional.of(parts[0].substring(parts[0].indexOf('_') + 1))
        : Optional.empty();
  }

  private Optional<Mark> byTrackingId(GroupKind type, Node object) {
    return maker(type, object)
        .flatMap(application -> first("tracking id", it -> it.application.number(application)));
  }

  /** Asked of what no tracking id shows to be of a preview. */
  private boolean isAnothers(GroupKind type, Node object) {
    String project = object.textOrEmpty("spec", "project");
    return type.equals(GroupKind.APPLICATION)
        ? !project.isEmpty() && !project.equals(platform.argocd().project())
        : maker(type, object).isPresent();
  }

  private Optional<Mark> byName(GroupKind type, String namespace, String name) {
    if (type.equals(GroupKind.NAMESPACE)) {
      return inNamespace(name, "name");
    }
    if (type.equals(GroupKind.APPLICATION)) {
      return namespace.equals(platform.argocd().namespace())
          ? first("name", it -> it.application.number(name))
          : Optional.empty();
    }
    return type.group().equals(GroupKind.DATABASE.group())
        ? ofDatabase("name", namespace, it -> it.number(name))
        : Optional.empty();
  }

  /**
   * What CloudNativePG makes for a cluster or a backup carries its name in a label, and what charts
   * make that of the release, as does what Argo CD tracks by labels.
   */
  private Optional<Mark> byOperator(String namespace, Node object) {
    String backup = object.textOrEmpty("metadata", "labels", "cnpg.io/backupName");
    String cluster = object.textOrEmpty("metadata", "labels", "cnpg.io/cluster");
    String release = object.textOrEmpty("metadata", "labels", ArgoMetadata.INSTANCE);
    boolean shared = platform.namespace().sharedName().equals(Optional.of(namespace));
    return ofDatabase("backup", namespace, it -> it.number(backup))
        .or(() -> ofDatabase("cluster", namespace, it -> it.number(cluster)))
        .or(() ->
            shared ? first("release", it -> it.application.number(release)) : Optional.empty());
  }

  /** A volume names its claim, and the content of a snapshot its VolumeSnapshot. */
  private Optional<Mark> byStorage(GroupKind type, Node object) {
    String field =
        type.equals(GroupKind.PERSISTENT_VOLUME)
            ? "claimRef"
            : type.equals(GroupKind.VOLUME_SNAPSHOT_CONTENT) ? "volumeSnapshotRef" : "";
    String namespace = object.textOrEmpty("spec", field, "namespace");
    String name = object.textOrEmpty("spec", field, "name");
    String by = field.equals("claimRef") ? "claim" : "snapshot";
    return field.isEmpty()
        ? Optional.empty()
        : inNamespace(namespace, by)
            .or(() -> ofDatabase(by, namespace, it -> it.numberOfChild(name)));
  }

  private Optional<Mark> ofDatabase(
      String by, String namespace, Function<NumberedName, Optional<PullRequestNumber>> number) {
    return first(
        by,
        it ->
            it.database
                .filter(names -> names.namespace().literal().equals(Optional.of(namespace)))
                .flatMap(names -> it.databaseObject)
                .flatMap(number));
  }

  private Optional<Mark> first(String by, Function<Names, Optional<PullRequestNumber>> number) {
    for (Names names : previews) {
      Optional<PullRequestNumber> found = number.apply(names);
      if (found.isPresent()) {
        return Optional.of(new Mark(new PreviewId(names.app, found.get()), by));
      }
    }
    return Optional.empty();
  }
}
