package dev.mayfly.manifest;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.kubernetes.ClusterScoped;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.NameLimit;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Template;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.Optional;

/** What an object of the admins' own has to keep to, so that it belongs to one preview alone. */
record ExtraRules(Blueprint blueprint, Template template, Value.Fields object, Problems problems) {
  private static final int WAVE_OF_NAMESPACE = -10;
  private static final String PREVIEW_NAMESPACE = "write `namespace: ${preview.namespace}`";

  void check() {
    Optional<String> kind = text(object, "kind").flatMap(Text::literal);
    if (kind.isEmpty() || text(object, "apiVersion").flatMap(Text::literal).isEmpty()) {
      error("extra-kind", "an extra needs a literal `apiVersion` and `kind`", "", "kind");
    } else if (ClusterScoped.isKnown(kind.get())) {
      error(
          "extra-cluster-scoped",
          "a `" + kind.get() + "` belongs to the whole cluster, not to one preview",
          "put it where your cluster's own objects are",
          "kind");
    } else {
      checkPlace();
      checkName();
      checkWave();
      new ExtraHooks(blueprint, template, object, problems).check();
      checkFacts();
      if (blueprint.platform().namespace().isShared()) {
        new SharedExtraRules(blueprint, template, object, problems).check();
      }
    }
  }

  private void checkPlace() {
    Optional<Text> namespace = text(object, "metadata", "namespace");
    if (namespace.isEmpty()) {
      error(
          "extra-namespace",
          "the object does not say its namespace",
          PREVIEW_NAMESPACE,
          "metadata",
          "namespace");
    } else if (!namespace.get().equals(blueprint.names().namespace())) {
      error(
          "extra-namespace",
          "`" + namespace.get() + "` is not the preview's namespace",
          PREVIEW_NAMESPACE,
          "metadata",
          "namespace");
    }
  }

  private void checkName() {
    Optional<Text> name =
        text(object, "metadata", "name").filter(written -> !written.parts().isEmpty());
    // Where the namespace is the preview's own, it tells the names of two previews apart.
    Text unique =
        name.map(n -> n.carriesNumber() ? n : n.plus(Text.of(new Fact.Number())))
            .orElse(Text.of(""));
    Optional<String> violation =
        name.isEmpty()
            ? Optional.of("the object has no `metadata.name`")
            : NameLimit.NAMESPACE.violation(unique).map(why -> "the name does not fit: " + why);
    violation.ifPresent(why ->
        error(
            "extra-name",
            why,
            "write a name of a-z, 0-9 and hyphens, such as `${preview.application}-proxy`",
            "metadata",
            "name"));
    if (violation.isEmpty() && blueprint.isInEnvironment()) {
      checkApp(name.orElseThrow());
    }
  }

  /** Apps that share a namespace may list one extra, and each has to bring an object of its own. */
  private void checkApp(Text name) {
    String app = blueprint.app().name();
    if (!name.toString().equals(app) && !name.toString().startsWith(app + "-")) {
      error(
          "extra-name",
          "in an environment another app may bring `" + name + "` too",
          "begin it with `${app.name}-` or `${preview.application}-`",
          "metadata",
          "name");
    }
  }

  private void checkWave() {
    Optional<Text> wave = text(object, "metadata", "annotations", ArgoMetadata.SYNC_WAVE);
    boolean fine =
        wave.isEmpty()
            || wave.get()
                .literal()
                .filter(text -> text.matches("-?[0-9]{1,4}"))
                .filter(text -> Integer.parseInt(text) > WAVE_OF_NAMESPACE)
                .isPresent();
    if (!fine) {
      error(
          "extra-wave",
          "the sync wave has to be a number above " + WAVE_OF_NAMESPACE + ", that of the namespace",
          "leave it out for wave 0, beside the bundle",
          "metadata",
          "annotations",
          ArgoMetadata.SYNC_WAVE);
    }
  }

  /** What the generator cannot fill in would only be found where the chart is written. */
  private void checkFacts() {
    if (!blueprint.platform().gitops().isGenerator()) {
      return;
    }
    try {
      object.bind(GoTemplateBinding.HELM_CHART);
    } catch (ProblemsException e) {
      Problem said = e.problems().getFirst();
      error(said.id(), said.message(), said.hint());
    }
  }

  private void error(String id, String message, String hint, String... path) {
    problems.error(id, template.at(path), message, hint);
  }

  static Optional<Text> text(Value.Fields object, String... path) {
    return object.at(path) instanceof Value.Str(Text text) ? Optional.of(text) : Optional.empty();
  }
}
