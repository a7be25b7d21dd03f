package dev.mayfly.manifest;

import dev.mayfly.platform.App;
import dev.mayfly.platform.BundleOrigin;
import dev.mayfly.platform.Platform;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Scope;
import dev.mayfly.template.Text;
import dev.mayfly.template.Value;

/**
 * Where Argo CD reads a bundle from.
 *
 * @param repository as {@code sourceRepos} permits it and {@code repoURL} names it
 * @param revision of that repository, or the chart's version
 */
record BundleAddress(String repository, Text revision, Value chart, Value path) {

  static BundleAddress of(Platform platform, App app) {
    BundleOrigin origin = app.bundle().origin();
    Value path = Value.of(app.bundle().path());
    return switch (origin) {
      case BundleOrigin.PullRequest() ->
          new BundleAddress(app.repositoryUrl(), Text.of(new Fact.HeadSha()), Value.ABSENT, path);
      case BundleOrigin.GitOpsFolder() ->
          new BundleAddress(
              platform.gitops().repository(),
              Text.of(platform.gitops().branch()),
              Value.ABSENT,
              path);
      case BundleOrigin.Repository repository ->
          new BundleAddress(
              repository.url(),
              repository.isFixed()
                  ? Text.of(repository.revision())
                  : Text.of(new Fact.BundleRevision()),
              Value.ABSENT,
              path);
      case BundleOrigin.Registry registry ->
          new BundleAddress(
              registry.argocdAddress(),
              Text.of(registry.version()),
              Value.of(registry.chart()),
              Value.ABSENT);
    };
  }

  /**
   * The values for the Application's template. One that an admin wrote for bundles of the pull
   * request may go on without those that only others need.
   */
  static Scope scope(Platform platform, App app, Scope facts) {
    BundleAddress address = of(platform, app);
    Scope optional = new Scope(facts);
    Scope needed = app.bundle().origin().isPullRequests() ? optional : new Scope(facts);
    needed
        .put("bundle.revision", Value.of(address.revision()))
        .put("bundle.chart", address.chart());
    return (needed == optional ? new Scope(optional) : needed)
        .put("bundle.repository", address.repository())
        .put("bundle.path", address.path());
  }
}
