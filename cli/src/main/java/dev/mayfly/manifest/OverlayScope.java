package dev.mayfly.manifest;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.PreviewNames.DatabaseNames;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.Map;

/** The values that several templates of an overlay take. */
final class OverlayScope {
  private OverlayScope() {}

  /**
   * A scope for an object that carries the preview's own labels. None of them starts with {@code
   * app.kubernetes.io}: inherited by a volume, those make CloudNativePG's snapshots hang
   * (cloudnative-pg/cloudnative-pg issue 9920).
   */
  static Scope labelled(Blueprint blueprint) {
    return new Scope(blueprint.facts()).put("labels", labels(blueprint));
  }

  static Value.Fields labels(Blueprint blueprint) {
    return Value.EMPTY
        .with("mayfly.dev/platform", blueprint.platform().name())
        .with("mayfly.dev/app", blueprint.app().name())
        .with("mayfly.dev/pull-request", Text.of(new Fact.Number()));
  }

  /**
   * Selects the preview's own pods: all of its namespace, or in a shared namespace those that carry
   * its name. Never empty there, since an empty selector would reach production.
   */
  static Value pods(Blueprint blueprint) {
    if (!blueprint.platform().namespace().isShared()) {
      return Value.EMPTY;
    }
    return matchLabels(podLabel(blueprint.app().bundle().kind()), blueprint.names().application());
  }

  /**
   * The label that Helm charts set by convention, or the one that Argo CD's kustomize adds for us.
   */
  static String podLabel(AppBundle.Kind kind) {
    return kind == AppBundle.Kind.HELM ? ArgoMetadata.INSTANCE : "mayfly.dev/preview";
  }

  static Value matchLabels(String key, Text value) {
    return selector(Value.EMPTY.with(key, value));
  }

  static Value matchLabels(Map<String, String> labels) {
    return selector(Value.ofAll(labels));
  }

  private static Value selector(Value labels) {
    return Value.EMPTY.with("matchLabels", labels);
  }

  static Scope database(Scope scope, DatabaseNames names) {
    return scope
        .put("database.object", names.object())
        .put("database.namespace", names.namespace());
  }

  /** A map of quantities; nothing where none is written. */
  static Value optional(Map<String, String> texts) {
    return Value.ofAll(texts).orAbsent();
  }
}
