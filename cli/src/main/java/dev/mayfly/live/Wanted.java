package dev.mayfly.live;

import dev.mayfly.platform.App;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.platform.GitOps;
import dev.mayfly.platform.Image;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The preview that is waited for.
 *
 * @param application the name of its Application, in this namespace and project
 * @param bundlePath where the bundle lies in its repository
 * @param overlayPath where the GitOps repository's own part lies
 * @param injected the ids of the images whose digests the Application hands to the bundle
 * @param url where people reach it; empty for an app without a route
 */
public record Wanted(
    PreviewId id,
    CommitSha commit,
    String application,
    String namespace,
    String project,
    String bundleRepository,
    String bundlePath,
    String overlayRepository,
    String overlayPath,
    Carrier carrier,
    Set<String> injected,
    Optional<String> url) {
  public Wanted {
    injected = Set.copyOf(injected);
  }

  /** Which source of the Application tells the pull request's commit. */
  public enum Carrier {
    /** The bundle is read at it. */
    BUNDLE,
    /** The bundle is the admins'; the overlay's record names it. */
    OVERLAY,
    /** Neither: with a generator and a bundle of the admins the commit changes nothing. */
    NONE
  }

  /** The preview of this app for this pull request at this commit. */
  public static Wanted of(Blueprint blueprint, PullRequest pullRequest) {
    Platform platform = blueprint.platform();
    GitOps gitops = platform.gitops();
    App app = blueprint.app();
    String overlay =
        gitops.isGenerator()
            ? PreviewFolders.baseline(app.name())
            : PreviewFolders.overlay(app.name(), pullRequest.number());
    return new Wanted(
        new PreviewId(app.name(), pullRequest.number()),
        pullRequest.headSha(),
        Blueprint.bound(blueprint.names().application(), pullRequest.number()),
        platform.argocd().namespace(),
        platform.argocd().project(),
        app.repositoryUrl(),
        app.bundle().path(),
        gitops.repository(),
        gitops.inRepository(overlay),
        carrier(app, gitops),
        injected(blueprint),
        blueprint.url().map(url -> Blueprint.bound(url, pullRequest.number())));
  }

  private static Carrier carrier(App app, GitOps gitops) {
    if (app.bundle().origin().isPullRequests()) {
      return Carrier.BUNDLE;
    }
    return gitops.isGenerator() ? Carrier.NONE : Carrier.OVERLAY;
  }

  private static Set<String> injected(Blueprint blueprint) {
    App app = blueprint.app();
    return app.images().stream()
        .map(Image::id)
        .filter(id ->
            switch (app.bundle().kind()) {
              case KUSTOMIZE -> true;
              case HELM -> blueprint.values().filter(values -> holds(values, id)).isPresent();
              case DIRECTORY -> false;
            })
        .collect(Collectors.toSet());
  }

  private static boolean holds(Value value, String id) {
    return switch (value) {
      case Value.Str(Text text) -> text.parts().contains(new Text.Hole(new Fact.ImageDigest(id)));
      case Value.Fields(Map<String, Value> entries) ->
          entries.values().stream().anyMatch(entry -> holds(entry, id));
      case Value.Items(List<Value> items) -> items.stream().anyMatch(item -> holds(item, id));
      default -> false;
    };
  }
}
