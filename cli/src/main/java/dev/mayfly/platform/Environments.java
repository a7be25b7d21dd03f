package dev.mayfly.platform;

import dev.mayfly.preview.PreviewFolders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The environments of a platform. What belongs to the namespace itself has exactly one owner: an
 * Application of the environment, beside those of its apps. So an environment has previews as an
 * app has, with a folder and a record, but nothing runs in them.
 */
final class Environments {
  private Environments() {}

  /** One for each name, in the order written. */
  static List<App> of(Platform platform) {
    Map<String, App> environments = new LinkedHashMap<>();
    for (App member : platform.apps()) {
      member
          .environment()
          .ifPresent(name -> environments.putIfAbsent(name, of(name, member, platform)));
    }
    return List.copyOf(environments.values());
  }

  private static App of(String name, App member, Platform platform) {
    return new App(
        name,
        member.repository(),
        member.repositoryUrl(),
        Optional.empty(),
        Optional.of(name),
        new AppBundle(
            AppBundle.Kind.DIRECTORY,
            new BundleOrigin.GitOpsFolder(),
            platform.gitops().inRepository(PreviewFolders.ofApp(name)),
            List.of(),
            List.of()),
        List.of(),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new Bindings(Optional.empty(), List.of(), List.of()),
        List.of(),
        List.of(),
        Optional.empty(),
        List.of());
  }
}
