package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.MapNode.Entry;
import java.util.List;
import java.util.Set;

/**
 * Pods mount what the preview brings. Volumes of other kinds reach a node, a network file system or
 * a driver that no rule of the namespace bounds; a claim that names a volume takes whatever that
 * holds.
 */
final class PodVolumes implements ObjectCheck {
  static final Set<String> ALLOWED =
      Set.of(
          "emptyDir",
          "configMap",
          "secret",
          "downwardAPI",
          "projected",
          "persistentVolumeClaim",
          "ephemeral",
          "image");

  static final Set<String> PROJECTED =
      Set.of("configMap", "secret", "downwardAPI", "serviceAccountToken");

  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    for (MapNode map : object.maps()) {
      if (map.get("containers") instanceof ListNode) {
        for (MapNode volume : map.mapsAt("volumes")) {
          volume(object, volume, findings);
        }
      }
      claim(object, map, findings);
    }
    if (bundle.isShared()) {
      leftOver(object, findings);
    }
  }

  private static void volume(BundleObject object, MapNode volume, BundleFindings findings) {
    for (Entry entry : volume.entries()) {
      String kind = entry.key().text();
      if (kind.equals("projected")) {
        entry.value().mapsAt("sources").stream()
            .flatMap(source -> source.entries().stream())
            .filter(source -> !PROJECTED.contains(source.key().text()))
            .forEach(source -> refuse(object, source, findings));
      } else if (!kind.equals("name") && !ALLOWED.contains(kind)) {
        refuse(object, entry, findings);
      }
    }
  }

  private static void refuse(BundleObject object, Entry kind, BundleFindings findings) {
    findings.error(
        "volume-kind",
        kind.key().location(),
        object.title() + " mounts a volume of kind `" + kind.key().text() + "`",
        "allowed are: " + String.join(", ", ALLOWED.stream().sorted().toList()));
  }

  private static void claim(BundleObject object, MapNode claim, BundleFindings findings) {
    boolean isClaim = claim.get("accessModes") instanceof ListNode;
    for (String field : List.of("volumeName", "selector")) {
      Entry entry = claim.entry(field);
      if (isClaim && entry != null) {
        findings.error(
            "chosen-volume",
            entry.key().location(),
            object.title() + " claims a volume that it chooses by `" + field + "`",
            "leave it out: the storage class makes a new volume");
      }
    }
  }

  /** Claims of a StatefulSet outlive it unless it says otherwise; here no namespace ends them. */
  private static void leftOver(BundleObject object, BundleFindings findings) {
    boolean claims =
        object.kind().equals("StatefulSet")
            && !object.root().mapsAt("spec", "volumeClaimTemplates").isEmpty();
    String deleted = object.text("spec", "persistentVolumeClaimRetentionPolicy", "whenDeleted");
    if (claims && !deleted.equals("Delete")) {
      findings.error(
          "shared-claim",
          object.at("spec", "volumeClaimTemplates"),
          object.title() + " leaves its volume claims behind when the preview is closed",
          "set `persistentVolumeClaimRetentionPolicy.whenDeleted: Delete`");
    }
  }
}
