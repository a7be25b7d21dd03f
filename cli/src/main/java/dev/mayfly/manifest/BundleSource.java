package dev.mayfly.manifest;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.platform.AppBundle;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.Image;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the first source is rendered: namespace, names and digests, by the kind of the bundle. */
public final class BundleSource {
  private BundleSource() {}

  static void put(Scope scope, Blueprint blueprint) {
    Value helm = Value.ABSENT;
    Value kustomize = Value.ABSENT;
    Value directory = Value.ABSENT;
    switch (blueprint.app().bundle().kind()) {
      case HELM -> helm = helm(blueprint);
      case KUSTOMIZE -> kustomize = kustomize(blueprint);
      // An empty block would be dropped and the kind guessed from the files; recurse keeps it.
      case DIRECTORY -> directory = Value.EMPTY.with("recurse", new Value.Bool(true));
    }
    scope
        .put("bundle.helm", helm)
        .put("bundle.kustomize", kustomize)
        .put("bundle.directory", directory);
  }

  private static Value helm(Blueprint blueprint) {
    Value.Fields named = Value.EMPTY.with("releaseName", blueprint.names().application());
    List<String> files = valueFiles(blueprint);
    Value.Fields helm = files.isEmpty() ? named : named.with("valueFiles", Value.ofAll(files));
    return blueprint.values().map(values -> with(helm, values)).orElse(helm);
  }

  /** Argo CD drops null from {@code valuesObject} when it copies it, but takes text as it is. */
  private static Value.Fields with(Value.Fields helm, Value.Fields values) {
    return values.holdsNull()
        ? helm.with("values", new Value.Embedded(values))
        : helm.with("valuesObject", values);
  }

  /**
   * The values of a Helm bundle for one preview.
   *
   * @throws ProblemsException (rendering) when a digest is not known
   */
  public static Optional<Tree> values(Blueprint blueprint, PreviewFacts facts) {
    return blueprint.values().map(values -> values.bind(new ConcreteBinding(facts)));
  }

  /**
   * The label by which policies know the preview's pods in a shared namespace: the one that Helm
   * charts set by convention, or the one that Argo CD's kustomize adds for us.
   */
  public static String podLabel(Blueprint blueprint) {
    return blueprint.app().bundle().kind() == AppBundle.Kind.HELM
        ? ArgoMetadata.INSTANCE
        : "mayfly.dev/preview";
  }

  /** As Argo CD hands them to Helm: relative to the chart, the lock files last. */
  public static List<String> valueFiles(Blueprint blueprint) {
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
    Value.Fields kustomize = Value.EMPTY.with("namespace", blueprint.names().namespace());
    if (blueprint.platform().namespace().isShared()) {
      Text application = blueprint.names().application();
      String label = podLabel(blueprint);
      kustomize =
          kustomize
              .with("namePrefix", application.plus("-"))
              .with("commonLabels", Value.EMPTY.with(label, application));
    }
    if (!blueprint.platform().gitops().isGenerator() && !blueprint.app().images().isEmpty()) {
      List<Value> images = new ArrayList<>();
      for (Image image : blueprint.app().images()) {
        images.add(
            Value.of(
                Text.of(image.name() + "=" + image.name() + "@")
                    .plus(Text.of(new Fact.ImageDigest(image.id())))));
      }
      kustomize = kustomize.with("images", new Value.Items(images));
    }
    return kustomize;
  }
}
