package dev.mayfly.workspace;

import dev.mayfly.platform.GitAddress;
import dev.mayfly.workspace.StartingRepository.StartingForge;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * What is known of a new repository, and stands in its files where they otherwise say CHANGE.
 *
 * @param gitops the repository's own address
 * @param domain what previews are served below
 * @param app the name of the only app
 * @param repository that app's own, as {@code owner/name}
 */
public record StartingAnswers(
    Optional<String> gitops,
    Optional<String> domain,
    Optional<String> app,
    Optional<String> repository) {
  public static final StartingAnswers NONE =
      new StartingAnswers(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  private static final String MARK = " *# CHANGE: this repository$";

  /** The file as it is with the answers. */
  String in(String text) {
    String known = text;
    if (gitops.isPresent()) {
      known = known.replaceAll("(?m)(repository: )https://\\S+?\\.git(.*)" + MARK, "$1\0$2");
      known = ofOwner(known).replace("\0", gitops.get());
    }
    if (domain.isPresent()) {
      known =
          known.replaceAll("(?m)( domain: )\\S+ # CHANGE: ", "$1" + quoted(domain.get()) + " # ");
    }
    if (app.isPresent()) {
      known =
          known
              .replaceAll(
                  "(?m)^metadata: \\{name: web\\}.*$", "metadata: {name: " + app.get() + "}")
              .replaceAll("(?m)name: web # CHANGE: and", "name: " + app.get() + " # CHANGE:")
              .replace("service: {name: web,", "service: {name: " + app.get() + ",");
    }
    return repository.isPresent()
        ? known.replaceAll(
            "(ghcr\\.io/|repository: )\\S+?/web\\b",
            "$1" + Matcher.quoteReplacement(repository.get()))
        : known;
  }

  /** A name of digits and dots would be a number. */
  private static String quoted(String domain) {
    return domain.matches("[0-9.]+") ? "\"" + domain + "\"" : domain;
  }

  /** What can be told from the address: the forge's, and whose the other repositories are. */
  private String ofOwner(String text) {
    Optional<GitAddress> address = gitops.flatMap(StartingAnswers::address);
    if (address.isEmpty()) {
      return text;
    }
    // The port of SSH is SSH's own.
    Optional<URI> web = gitops.filter(it -> it.startsWith("http")).map(URI::create);
    String host =
        web.map(it -> it.getRawAuthority().replaceFirst("^.*@", "")).orElse(address.get().host());
    String scheme = web.map(URI::getScheme).orElse("https") + "://";
    String name = address.get().path();
    int slash = name.lastIndexOf('/');
    String owner = slash < 0 ? name : name.substring(0, slash);
    return text.replaceAll(
            "(?m)(forge: \\{kind: \\w+, url: )https://[^,}]+(.*?)( # CHANGE)?$",
            "$1" + scheme + host + "$2")
        .replaceAll("(?m)acme/gitops # CHANGE$", name)
        .replaceAll("ghcr\\.io/acme/", "ghcr.io/" + owner.toLowerCase(Locale.ROOT) + "/")
        .replaceAll("repository: acme/monolith\\b", "repository: " + name)
        .replaceAll("(repository: )acme/(?!mayfly)", "$1" + owner + "/");
  }

  /** The forge that an address is at, as far as its host's name tells. */
  public static StartingForge forge(String address) {
    String host = address.replaceFirst("^[a-z]+://", "").replaceFirst("[:/].*", "");
    if (host.contains("gitlab")) {
      return StartingForge.GITLAB;
    }
    return host.contains("gitea") || host.contains("forgejo") || host.contains("codeberg")
        ? StartingForge.GITEA
        : StartingForge.GITHUB;
  }

  /** Who the repository at this address belongs to; empty where it does not tell. */
  public static Optional<String> owner(String address) {
    return address(address)
        .map(GitAddress::path)
        .filter(path -> path.contains("/"))
        .map(path -> path.substring(0, path.lastIndexOf('/')));
  }

  private static Optional<GitAddress> address(String text) {
    return text.startsWith("file:") ? Optional.empty() : GitAddress.parse(text);
  }
}
