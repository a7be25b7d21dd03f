package dev.mayfly.bundle;

import dev.mayfly.bundle.build.BundleFindings;
import dev.mayfly.bundle.build.BundleObject;
import dev.mayfly.image.PinnedImage;
import dev.mayfly.kubernetes.Pods;
import dev.mayfly.preview.ImageName;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.ScalarNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A Job whose image each push changes can be created once: nothing of a Job's pods may change
 * (Kubernetes docs, "Jobs"), so the next sync fails. Argo CD replaces a hook, and a Job that is
 * gone by itself or has another name is a new one.
 */
final class FixedJobs implements ObjectCheck {
  @Override
  public void check(Bundle bundle, BundleObject object, BundleFindings findings) {
    Set<ImageName> own =
        bundle.app().images().stream()
            .map(image -> ImageName.of(image.name()))
            .collect(Collectors.toSet());
    String commit = bundle.facts().pullRequest().headSha().shortHex();

    if (object.group().equals("batch")
        && object.kind().equals("Job")
        && Hooks.of(object).isEmpty()
        && !object.name().contains(commit)
        && object.root().at("spec", "ttlSecondsAfterFinished") == null) {
      object
          .pod()
          .flatMap(pod -> moving(pod, own))
          .ifPresent(image ->
              findings.warning(
                  "fixed-job",
                  image.location(),
                  object.title()
                      + " runs an image that each push changes, and a Job's pods"
                      + " cannot change",
                  "let Argo CD replace it: `argocd.argoproj.io/hook: Sync` with"
                      + " `argocd.argoproj.io/hook-delete-policy: BeforeHookCreation`"));
    }
  }

  private static Optional<ScalarNode> moving(MapNode pod, Set<ImageName> own) {
    for (MapNode container : Pods.containers(pod)) {
      if (container.get("image") instanceof ScalarNode image
          && PinnedImage.parse(image.text())
              .filter(pinned -> own.contains(ImageName.of(pinned.name())))
              .isPresent()) {
        return Optional.of(image);
      }
    }
    return Optional.empty();
  }
}
