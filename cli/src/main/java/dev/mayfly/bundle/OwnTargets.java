package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.manifest.TargetPlace;
import dev.mayfly.manifest.TargetPlace.Form;
import dev.mayfly.platform.IngressAnnotations;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;

/**
 * A route that the bundle brings leads to the preview's own Services: the controller that serves it
 * reaches every namespace, and the preview's policies do not hold it.
 */
final class OwnTargets implements ObjectCheck {
  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    for (TargetPlace place : TargetPlace.ALL) {
      if (object.type().equals(place.kind())) {
        place.in(object.root()).forEach(it -> target(bundle, object, place.form(), it, findings));
      }
    }
    if (object.type().equals(GroupKind.INGRESS)
        && object.root().at("metadata", "annotations") instanceof MapNode annotations) {
      annotations.entries().forEach(entry -> annotation(bundle, object, entry, findings));
    }
  }

  private static void target(
      Bundle bundle, BundleObject object, Form form, Node node, BundleFindings findings) {
    if (form == Form.CLOSED) {
      OwnHosts.refuseSnippet(object, node.location(), findings);
    } else if (form == Form.TEXT && node instanceof ScalarNode target) {
      text(bundle, object, target, findings);
    } else if (form == Form.NAMED && node instanceof MapNode target) {
      named(bundle, object, target, findings);
    }
  }

  private static void named(
      Bundle bundle, BundleObject object, MapNode target, BundleFindings findings) {
    String name = String.valueOf(target.textAt("name"));
    String namespace = target.textAt("namespace");
    if (namespace != null && !namespace.equals(bundle.namespace())) {
      OwnReferences.foreign(
          object,
          target.get("namespace"),
          "`%s` of namespace `%s`".formatted(name, namespace),
          findings);
    } else if (name.matches(".*" + TargetPlace.FOREIGN + ".*")) {
      OwnReferences.foreign(
          object, target.get("name"), "`" + name + "`, which is not of its namespace", findings);
    } else if (bundle.isShared() && target.has("name") && !bundle.isOwn(name)) {
      OwnReferences.shared(object, target.get("name"), name, findings);
    }
  }

  private static void text(
      Bundle bundle, BundleObject object, ScalarNode target, BundleFindings findings) {
    String name = target.text();
    if (!name.matches(TargetPlace.pattern(bundle.namespace(), bundle.isShared()))) {
      OwnReferences.foreign(
          object, target, "`" + name + "`, which is not a Service of its namespace", findings);
    } else if (bundle.isShared() && !bundle.isOwn(name)) {
      OwnReferences.shared(object, target, name, findings);
    }
  }

  private static void annotation(
      Bundle bundle, BundleObject object, MapNode.Entry entry, BundleFindings findings) {
    String key = entry.key().text();
    String value = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
    IngressAnnotations.ofBundles(bundle.blueprint().platform().exposure()).stream()
        .filter(rule -> rule.refuses(key, value))
        .findFirst()
        .ifPresent(rule ->
            findings.error(
                "refused-annotation",
                entry.key().location(),
                object.title() + " has `" + key + "`, which " + rule.reason(),
                rule.hint()));
  }
}
