package dev.mayfly.platform;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import java.util.Optional;

/**
 * The forge that hosts the apps' repositories.
 *
 * @param url its web address without a final slash; empty for kind none
 * @param tokenSecret the Secret in Argo CD's namespace that the generator reads pull requests with
 * @param deployments whether Mayfly reports previews there as deployments or commit statuses
 */
public record ForgeSettings(
    Kind kind, String url, Optional<TokenSecret> tokenSecret, boolean deployments) {
  /** The forges whose API is spoken. */
  public enum Kind {
    GITHUB,
    GITLAB,
    GITEA,
    NONE
  }

  /** A Secret and the key in it. */
  public record TokenSecret(String name, String key) {}

  /** Where people see a pull request; empty for kind none. */
  public Optional<String> page(RepositoryName repository, PullRequestNumber number) {
    String pages = url + "/" + repository;
    return switch (kind) {
      case GITHUB -> Optional.of(pages + "/pull/" + number);
      case GITLAB -> Optional.of(pages + "/-/merge_requests/" + number);
      case GITEA -> Optional.of(pages + "/pulls/" + number);
      case NONE -> Optional.empty();
    };
  }

  /** The API's address where it is not the public service's. */
  public Optional<String> api() {
    return switch (kind) {
      case GITHUB ->
          url.equals("https://github.com") ? Optional.empty() : Optional.of(url + "/api/v3/");
      case GITLAB -> url.equals("https://gitlab.com") ? Optional.empty() : Optional.of(url);
      case GITEA -> Optional.of(url);
      case NONE -> Optional.empty();
    };
  }
}
