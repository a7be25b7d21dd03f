package dev.mayfly.platform;

import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Fields;
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
  static ForgeSettings read(Fields forge) {
    Kind kind = forge.requiredChoice("kind", Kind.values());
    String url =
        kind.service().isEmpty() && kind != Kind.NONE
            ? forge.text("url", Syntaxes.FORGE_URL)
            : forge.text("url", Syntaxes.FORGE_URL, kind.service());
    return new ForgeSettings(
        kind, url, forge.map("tokenSecret", TokenSecret::read), forge.flag("deployments", false));
  }

  /** The forges whose API is spoken. */
  public enum Kind {
    GITHUB("https://github.com", "/pull/"),
    GITLAB("https://gitlab.com", "/-/merge_requests/"),
    GITEA("", "/pulls/"),
    NONE("", "");

    private final String service;

    /** What stands between a repository's address and the number of a pull request. */
    private final String pages;

    Kind(String service, String pages) {
      this.service = service;
      this.pages = pages;
    }

    /** The web address of the service that everybody means; empty where there is none. */
    public String service() {
      return service;
    }

    /**
     * Where people look at a pull request, made of what the configuration says: an address in an
     * answer may lead anywhere and hold anything.
     *
     * @param web the forge's web address
     */
    public String page(String web, RepositoryName repository, PullRequestNumber number) {
      return web + "/" + repository + pages + number;
    }
  }

  /** A Secret and the key in it. */
  public record TokenSecret(String name, String key) {
    private static TokenSecret read(Fields secret) {
      return new TokenSecret(
          secret.text("name", Syntaxes.OBJECT_NAME), secret.text("key", Syntaxes.SECRET_KEY));
    }
  }

  /** Where people see a pull request; empty for kind none. */
  public Optional<String> page(RepositoryName repository, PullRequestNumber number) {
    return kind == Kind.NONE ? Optional.empty() : Optional.of(kind.page(url, repository, number));
  }

  /** The API's address where it is not the public service's. */
  public Optional<String> api() {
    return kind == Kind.NONE || url.equals(kind.service)
        ? Optional.empty()
        : Optional.of(kind == Kind.GITHUB ? url + "/api/v3/" : url);
  }
}
