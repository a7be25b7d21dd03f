package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.manifest.TargetPlace;
import dev.mayfly.manifest.TargetPlace.Form;
import dev.mayfly.platform.IngressAnnotations;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A route that the bundle brings leads to the preview's own Services: the controller that serves it
 * reaches every namespace, and the preview's policies do not hold it.
 */
final class OwnTargets implements BundleCheck {
  private static final String HINT = "a preview uses what is in its own namespace";

  @Override
  public void check(Bundle bundle, BundleFindings findings) {
    for (BundleObject object : bundle.objects()) {
      for (TargetPlace place : TargetPlace.ALL) {
        if (object.type().equals(place.kind())) {
          look(bundle, object, object.root(), place.steps(), place.form(), findings);
        }
      }
      if (object.type().equals(GroupKind.INGRESS)
          && object.root().at("metadata", "annotations") instanceof MapNode annotations) {
        annotations.entries().forEach(entry -> annotation(bundle, object, entry, findings));
      }
    }
  }

  private static void look(
      Bundle bundle,
      BundleObject object,
      @Nullable Node node,
      List<String> steps,
      Form form,
      BundleFindings findings) {
    if (steps.isEmpty() && form == Form.CLOSED && node != null) {
      HostAnnotations.refuseSnippet(object, node.location(), findings);
    } else if (steps.isEmpty() && form == Form.TEXT && node instanceof ScalarNode target) {
      text(bundle, object, target, findings);
    } else if (steps.isEmpty() && form == Form.NAMED && node instanceof MapNode target) {
      named(bundle, object, target, findings);
    } else if (!steps.isEmpty()) {
      List<String> rest = steps.subList(1, steps.size());
      if (node instanceof ListNode list && steps.getFirst().equals("*")) {
        list.items().forEach(item -> look(bundle, object, item, rest, form, findings));
      } else if (node instanceof MapNode map) {
        look(bundle, object, map.get(steps.getFirst()), rest, form, findings);
      }
    }
  }

  private static void named(
      Bundle bundle, BundleObject object, MapNode target, BundleFindings findings) {
    String name = String.valueOf(target.textAt("name"));
    String namespace = target.textAt("namespace");
    if (namespace != null && !namespace.equals(bundle.namespace())) {
      refuse(
          object,
          target.get("namespace"),
          "`%s` of namespace `%s`".formatted(name, namespace),
          findings);
    } else if (name.matches(".*" + TargetPlace.FOREIGN + ".*")) {
      refuse(object, target.get("name"), "`" + name + "`, which is not of its namespace", findings);
    } else if (bundle.isShared() && target.has("name") && !bundle.isOwn(name)) {
      shared(object, target.get("name"), name, findings);
    }
  }

  private static void text(
      Bundle bundle, BundleObject object, ScalarNode target, BundleFindings findings) {
    String name = target.text();
    if (!name.matches(TargetPlace.pattern(bundle.namespace(), bundle.isShared()))) {
      refuse(object, target, "`" + name + "`, which is not a Service of its namespace", findings);
    } else if (bundle.isShared() && !bundle.isOwn(name)) {
      shared(object, target, name, findings);
    }
  }

  private static void annotation(
      Bundle bundle, BundleObject object, MapNode.Entry entry, BundleFindings findings) {
    String key = entry.key().text();
    String value = entry.value() instanceof ScalarNode scalar ? scalar.text() : "";
    IngressAnnotations.ofBundles(bundle.blueprint().platform().exposure()).stream()
        .filter(rule -> rule.refuses(key, value))
        .findFirst()
        .ifPresent(
            rule ->
                findings.error(
                    "refused-annotation",
                    entry.key().location(),
                    object.title() + " has `" + key + "`, which " + rule.reason(),
                    rule.hint()));
  }

  private static void refuse(
      BundleObject object, @Nullable Node at, String what, BundleFindings findings) {
    findings.error(
        "foreign-reference",
        at == null ? null : at.location(),
        object.title() + " names " + what,
        HINT);
  }

  private static void shared(
      BundleObject object, @Nullable Node at, String name, BundleFindings findings) {
    findings.error(
        "shared-reference",
        at == null ? null : at.location(),
        object.title() + " names `" + name + "`, which is not the preview's own",
        "name what this bundle or the preview's bindings and database bring");
  }
}
