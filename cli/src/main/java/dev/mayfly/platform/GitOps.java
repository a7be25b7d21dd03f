package dev.mayfly.platform;

import dev.mayfly.preview.RepositoryName;
import dev.mayfly.yaml.Fields;
import java.util.Optional;

/**
 * The GitOps repository and how previews reach it.
 *
 * @param repository its URL as Argo CD reads it
 * @param path the folder that the platform lies in; empty at the top
 * @param name its name at the forge, where the URL does not say it
 */
public record GitOps(
    String repository,
    String path,
    Optional<RepositoryName> name,
    String branch,
    Delivery delivery,
    Change change,
    Change removal) {
  static GitOps read(Fields gitops, ForgeSettings forge) {
    Change otherwise = forge.kind() == ForgeSettings.Kind.NONE ? Change.PUSH : Change.PULL_REQUEST;
    Change change = gitops.choice("change", Change.values()).orElse(otherwise);
    return new GitOps(
        gitops.text("repository", Syntaxes.GIT_URL),
        gitops.text("path", PlaceSyntaxes.FOLDER, ""),
        gitops.optionalText("name", Syntaxes.REPOSITORY).flatMap(RepositoryName::parse),
        gitops.text("branch", PlaceSyntaxes.BRANCH, "main"),
        gitops.choice("delivery", Delivery.values()).orElse(Delivery.OVERLAY),
        change,
        gitops.choice("removal", Change.values()).orElse(change));
  }

  /** Who makes the Application of a preview. */
  public enum Delivery {
    /** Pattern A: an ApplicationSet with the pull request generator. */
    GENERATOR,
    /** Pattern B: an overlay that Mayfly commits and an ApplicationSet picks up. */
    OVERLAY
  }

  /** How a change reaches the branch. */
  public enum Change {
    PULL_REQUEST,
    PUSH
  }

  /** A path as Argo CD and Git know it, of one below the platform's folder. */
  public String inRepository(String below) {
    return path.isEmpty() ? below : path + "/" + below;
  }

  public boolean isGenerator() {
    return delivery == Delivery.GENERATOR;
  }

  /** Whether any change goes through a pull request of this repository. */
  public boolean proposesChanges() {
    return !isGenerator() && (change == Change.PULL_REQUEST || removal == Change.PULL_REQUEST);
  }

  /** The repository's name at the forge; empty when its URL is at another host. */
  public Optional<RepositoryName> nameAt(ForgeSettings forge) {
    return name.or(() -> GitAddress.parse(repository).flatMap(address -> address.nameAt(forge)));
  }
}
