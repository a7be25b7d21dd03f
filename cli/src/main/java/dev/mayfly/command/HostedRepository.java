package dev.mayfly.command;

import dev.mayfly.git.RemoteUrl;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.Platform;
import dev.mayfly.preview.RepositoryName;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** The GitOps repository's name at the forge, when it is hosted there. */
final class HostedRepository {
  private HostedRepository() {}

  static Optional<RepositoryName> of(Platform platform) {
    ForgeSettings forge = platform.forge();
    if (forge.kind() == ForgeSettings.Kind.NONE) {
      return Optional.empty();
    }
    URI web = URI.create(forge.url());
    RemoteUrl remote = RemoteUrl.parse(platform.gitops().repository());
    if (!remote.host().equals(String.valueOf(web.getHost()).toLowerCase(Locale.ROOT))) {
      return Optional.empty();
    }
    String text = remote.text();
    String path = text.substring(text.toLowerCase(Locale.ROOT).indexOf(remote.host()));
    path = path.substring(remote.host().length()).replaceFirst("^(:[0-9]+(?=/))?[:/]+", "");
    String below = String.valueOf(web.getPath()).replaceFirst("^/", "");
    if (!below.isEmpty() && path.startsWith(below + "/")) {
      path = path.substring(below.length() + 1);
    }
    return RepositoryName.parse(path.replaceFirst("\\.git$", ""));
  }
}
