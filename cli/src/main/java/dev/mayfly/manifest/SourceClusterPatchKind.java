package dev.mayfly.manifest;

import dev.mayfly.platform.App;
import dev.mayfly.platform.CloneDatabase;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Volume-snapshot backups for the cluster that previews clone. It is somebody else's object. */
final class SourceClusterPatchKind implements PlatformKind {
  @Override
  public List<PlatformFile> files(PlatformContext context) {
    SortedMap<String, PlatformFile> files = new TreeMap<>();
    for (App app : context.platform().apps()) {
      if (app.database().orElse(null) instanceof CloneDatabase clone) {
        clone
            .snapshot()
            .takenWith()
            .map(name -> patch(context, clone.source(), name))
            .ifPresent(patch -> files.putIfAbsent(patch.path(), patch));
      }
    }
    return List.copyOf(files.values());
  }

  private static PlatformFile patch(
      PlatformContext context, CloneDatabase.Source source, String snapshotClass) {
    return context.patch(
        "source-cluster-" + source.namespace() + "-" + source.cluster() + ".yaml",
        PatchNote.of(
            "Include it under `patches:` of the kustomization that owns the",
            "Cluster " + source.cluster() + " in the namespace " + source.namespace() + "."),
        TemplateName.PATCHES_SOURCE_CLUSTER,
        context
            .scope()
            .put("source.namespace", source.namespace())
            .put("source.cluster", source.cluster())
            .put("snapshotClass", snapshotClass));
  }
}
