package dev.mayfly.lint.rule.namespace;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.SourcePaths;
import java.util.Set;

/** A pull request brings what bounds its own preview. */
public final class PlatformKindInBundle implements ResourceRule {
  /** What decides how far a preview reaches, by kind. */
  private static final Set<String> BOUNDS =
      Set.of(
          "Namespace",
          "ResourceQuota",
          "LimitRange",
          "NetworkPolicy",
          "Role",
          "RoleBinding",
          "ClusterRole",
          "ClusterRoleBinding",
          "SecretStore",
          "ClusterSecretStore",
          "Gateway",
          "ListenerSet",
          "ReferenceGrant",
          "Backup",
          "ScheduledBackup",
          "VolumeSnapshotContent",
          "Application",
          "ApplicationSet",
          "AppProject");

  @Override
  public void check(Corpus corpus, Resource set, Findings out) {
    for (ApplicationView application : ApplicationView.of(set)) {
      if (application.isPreview() && hasPlatformSource(application)) {
        application.sources().stream()
            .filter(it -> it.isFromPullRequest(application))
            .flatMap(it -> SourcePaths.of(corpus, application, it).stream())
            .distinct()
            .flatMap(folder -> SourcePaths.objects(corpus, folder).stream())
            .filter(it -> BOUNDS.contains(it.kind()) && !it.isLocal())
            .forEach(it ->
                out.about(it)
                    .add(
                        it.nearest("kind"),
                        "%s `%s` lies in a source of %s"
                            .formatted(it.kind(), it.name(), set.title())));
      }
    }
  }

  /** Without one the bundle is all there is, and nobody else sets bounds. */
  private static boolean hasPlatformSource(ApplicationView application) {
    return application.sources().stream()
        .anyMatch(it -> !it.isFromPullRequest(application) && it.isRendered());
  }
}
