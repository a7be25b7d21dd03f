package dev.mayfly.forge;

import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.net.URI;
import java.util.Optional;

/**
 * Where people look at a pull request, made of what the configuration says: an address in an answer
 * may lead anywhere and hold anything.
 *
 * @param form what stands between repository and number
 */
public record Links(URI web, String form) {
  /** Those of a forge that was named in {@code mayfly.yaml}; none where there is no forge. */
  public static Optional<Links> of(ForgeSettings settings) {
    return switch (settings.kind()) {
      case GITHUB -> Optional.of(new Links(URI.create(settings.url()), "/pull/"));
      case GITLAB -> Optional.of(new Links(URI.create(settings.url()), "/-/merge_requests/"));
      case GITEA -> Optional.of(new Links(URI.create(settings.url()), "/pulls/"));
      case NONE -> Optional.empty();
    };
  }

  public String to(RepositoryName repository, PullRequestNumber number) {
    return GitHubForge.withoutSlash(web) + "/" + repository + form + number;
  }
}
