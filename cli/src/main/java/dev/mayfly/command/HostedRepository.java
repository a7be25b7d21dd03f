package dev.mayfly.command;

import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.RepositoryName;
import java.net.URI;
import java.util.Optional;

/** The GitOps repository's name at the forge, when it is hosted there. */
final class HostedRepository {
  private HostedRepository() {}

  static Optional<RepositoryName> of(Platform platform) {
    ForgeSettings forge = platform.forge();
    if (forge.kind() == ForgeSettings.Kind.NONE) {
      return Optional.empty();
    }
    String host = String.valueOf(URI.create(forge.url()).getHost());
    String url = platform.gitops().repository();
    int at = url.indexOf(host);
    if (at < 0) {
      return Optional.empty();
    }
    String path = url.substring(at + host.length()).replaceFirst("^(:[0-9]+)?[:/]", "");
    return RepositoryName.parse(path.replaceFirst("\\.git$", ""));
  }
}
