package dev.mayfly.bundle;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.manifest.BundleSource;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.MapNode.Entry;
import dev.mayfly.yaml.ScalarNode;
import java.util.Set;

/**
 * Metadata says what an object is called and no more. What would keep it beyond its preview, or
 * tell Argo CD, Helm or kustomize how to treat it, is an allow-list.
 */
final class SteeringMetadata implements ObjectCheck {
  private static final Set<String> OF_AN_OBJECT =
      Set.of("name", "namespace", "labels", "annotations");

  /** A template's pods and claims inherit these, and would never go while nobody takes them off. */
  private static final Set<String> NOWHERE = Set.of("finalizers", "ownerReferences");

  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    if (object.root().get("metadata") instanceof MapNode metadata) {
      for (Entry field : metadata.entries()) {
        boolean empty = field.value() instanceof ScalarNode value && value.isNull();
        if (!OF_AN_OBJECT.contains(field.key().text()) && !empty) {
          refuse(object, field, findings);
        }
      }
    }
    for (MapNode map : object.maps()) {
      if (map.get("metadata") instanceof MapNode metadata) {
        metadata(bundle, object, metadata, findings);
      }
    }
  }

  @SuppressWarnings("ReferenceEquality")
  private static void metadata(
      Bundle bundle, BundleObject object, MapNode metadata, BundleFindings findings) {
    for (Entry field : metadata.entries()) {
      boolean own = metadata == object.root().get("metadata");
      if (!own && NOWHERE.contains(field.key().text())) {
        refuse(object, field, findings);
      }
      if (field.value() instanceof MapNode values) {
        switch (field.key().text()) {
          case "annotations" -> values.entries().forEach(it -> annotation(object, it, findings));
          case "labels" -> values.entries().forEach(it -> label(bundle, object, it, findings));
          default -> {}
        }
      }
    }
  }

  private static void refuse(BundleObject object, Entry field, BundleFindings findings) {
    findings.error(
        "steering-metadata",
        field.key().location(),
        object.title() + " has `metadata." + field.key().text() + "`",
        "a preview's objects come and go with their Application; leave it out");
  }

  private static void annotation(BundleObject object, Entry entry, BundleFindings findings) {
    String key = entry.key().text();
    String value = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
    if (SteeringWords.isSteering(key) && !SteeringWords.isAllowed(key, value)) {
      findings.error(
          "steering-metadata",
          entry.key().location(),
          object.title() + " has annotation `" + key + "` with a value that is not allowed",
          SteeringWords.hint(key));
    }
  }

  private static void label(
      Bundle bundle, BundleObject object, Entry entry, BundleFindings findings) {
    String key = entry.key().text();
    boolean release = key.equals(ArgoMetadata.INSTANCE);
    boolean own =
        entry.value() instanceof ScalarNode value
            && (release
                ? bundle.isOwn(value.text())
                : key.equals(BundleSource.podLabel(bundle.blueprint()))
                    && value.text().equals(bundle.application()));
    if ((SteeringWords.isSteering(key) || release && bundle.isShared()) && !own) {
      findings.error(
          "steering-metadata",
          entry.key().location(),
          object.title() + " has label `" + key + "` with a value that is not allowed",
          release ? "give it the release's name: production's Service may select it" : "remove it");
    }
  }
}
