package dev.mayfly.manifest;

import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Image;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the first source is rendered: namespace, names and digests, by the kind of the bundle. */
final class BundleSource {
  private BundleSource() {}

  static void put(Scope scope, Blueprint blueprint) {
    Value helm = Value.ABSENT;
    Value kustomize = Value.ABSENT;
    Value directory = Value.ABSENT;
    switch (blueprint.app().bundle().kind()) {
      case HELM -> helm = helm(blueprint);
      case KUSTOMIZE -> kustomize = kustomize(blueprint);
      // An empty block would be dropped and the kind guessed from the files; recurse keeps it.
      case DIRECTORY -> directory = new Value.Fields(Map.of("recurse", new Value.Bool(true)));
    }
    scope
        .put("bundle.helm", helm)
        .put("bundle.kustomize", kustomize)
        .put("bundle.directory", directory);
  }

  private static Value helm(Blueprint blueprint) {
    Map<String, Value> helm = new LinkedHashMap<>();
    helm.put("releaseName", Value.of(blueprint.names().application()));
    List<String> files = valueFiles(blueprint);
    if (!files.isEmpty()) {
      helm.put("valueFiles", Value.ofAll(files));
    }
    blueprint.values().ifPresent(values -> values(helm, values));
    return new Value.Fields(helm);
  }

  /** Argo CD drops null from {@code valuesObject} when it copies it, but takes text as it is. */
  private static void values(Map<String, Value> helm, Value.Fields values) {
    if (values.holdsNull()) {
      helm.put("values", new Value.Embedded(values));
    } else {
      helm.put("valuesObject", values);
    }
  }

  /** As Argo CD hands them to Helm: relative to the chart, the lock files last. */
  static List<String> valueFiles(Blueprint blueprint) {
    AppBundle bundle = blueprint.app().bundle();
    List<String> files = new ArrayList<>(bundle.readByArgoCd());
    if (blueprint.platform().gitops().isGenerator()) {
      for (Image image : blueprint.app().images()) {
        image
            .lock()
            .flatMap(bundle::inside)
            .filter(lock -> !files.contains(lock))
            .ifPresent(files::add);
      }
    }
    return files;
  }

  private static Value kustomize(Blueprint blueprint) {
    Map<String, Value> kustomize = new LinkedHashMap<>();
    kustomize.put("namespace", Value.of(blueprint.names().namespace()));
    if (blueprint.platform().namespace().isShared()) {
      Text application = blueprint.names().application();
      kustomize.put("namePrefix", Value.of(application.plus("-")));
      kustomize.put(
          "commonLabels",
          new Value.Fields(
              Map.of(
                  OverlayScope.podLabel(blueprint.app().bundle().kind()), Value.of(application))));
    }
    if (!blueprint.platform().gitops().isGenerator() && !blueprint.app().images().isEmpty()) {
      List<Value> images = new ArrayList<>();
      for (Image image : blueprint.app().images()) {
        images.add(
            Value.of(
                Text.of(image.name() + "=" + image.name() + "@")
                    .plus(Text.of(new Fact.ImageDigest(image.id())))));
      }
      kustomize.put("images", new Value.Items(images));
    }
    return new Value.Fields(kustomize);
  }
}
