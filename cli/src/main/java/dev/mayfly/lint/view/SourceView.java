package dev.mayfly.lint.view;

import dev.mayfly.argocd.ApplicationSources;
import dev.mayfly.argocd.PullRequestParameter;
import dev.mayfly.argocd.RepositoryUrl;
import dev.mayfly.yaml.Keyed;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One source of an Application.
 *
 * @param place where to point when a field is missing: the key it stands under, else the source
 */
public record SourceView(MapNode node, Node place) implements Keyed {
  /** How the files of previews name what is checked out of the pull request. */
  private static final Set<String> HEAD =
      Set.of("headSha", "headRef", "head_sha", "head_short_sha", "head_short_sha_7", "branch");

  private static final Set<String> HEADS = Set.of("", "HEAD", "main", "master");

  @Override
  public @Nullable Node at(String... path) {
    return node.at(path);
  }

  public String repository() {
    return textOrEmpty("repoURL");
  }

  /** What it reads; nothing means HEAD, and HEAD is one of two branches nearly everywhere. */
  public String revision() {
    String revision = textOrEmpty("targetRevision");
    return HEADS.contains(revision) ? "HEAD" : revision;
  }

  /** The path of a value file that is taken from here by the {@code ref}; empty for others. */
  public Optional<String> lent(String file) {
    String start = "$" + textOrEmpty("ref") + "/";
    return start.length() > 2 && file.startsWith(start)
        ? Optional.of(file.substring(start.length()))
        : Optional.empty();
  }

  /** The type blocks that say something. A plugin is one by being there. */
  public List<String> types() {
    List<String> types = new ArrayList<>(ApplicationSources.TYPES);
    types.removeIf(this::isZero);
    if (NodeValues.isSet(node.get("plugin"))) {
      types.add("plugin");
    }
    return types;
  }

  /** Whether it renders something by itself; one with nothing but a {@code ref} lends files. */
  public boolean isRendered() {
    return !textOrEmpty("path").isEmpty() || !textOrEmpty("chart").isEmpty();
  }

  /** Whether a type block is missing, or says what a missing one says. */
  public boolean isZero(String type) {
    return NodeValues.isZero(node.get(type));
  }

  /** Whether its revision comes from a pull request: its content is whatever the author pushed. */
  public boolean isFromPullRequest(ApplicationView application) {
    return ParameterOrigin.trace(at("targetRevision"), application).stream()
        .anyMatch(it ->
            switch (it.origin()) {
              case PULL_REQUEST ->
                  PullRequestParameter.named(it.key())
                      .filter(PullRequestParameter::isHead)
                      .isPresent();
              case PREVIEW_FILE -> HEAD.contains(it.key());
              case ADMINS -> false;
            });
  }

  /** Whether both name the same repository, as Argo CD compares URLs. */
  public boolean isSameRepository(SourceView other) {
    return RepositoryUrl.isSame(repository(), other.repository());
  }
}
