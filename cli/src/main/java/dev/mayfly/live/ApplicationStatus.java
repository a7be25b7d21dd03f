package dev.mayfly.live;

import dev.mayfly.argocd.ApplicationSources;
import dev.mayfly.argocd.RepositoryUrl;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An Application as the API server or Argo CD's API gives it, of one source or of several: then
 * {@code revisions} stands for {@code revision}, in the order of the sources (Argo CD, {@code
 * pkg/apis/application/v1alpha1/types.go}). What is not there is the empty text.
 */
record ApplicationStatus(Node object) {

  String text(String... path) {
    return object.textOrEmpty(path);
  }

  boolean has(String... path) {
    Node found = object.at(path);
    return found != null && !found.isNull();
  }

  List<Node> list(String... path) {
    return object.itemsAt(path);
  }

  /** The place of a source among the others. */
  OptionalInt source(String repository, String path) {
    List<Node> sources = sources(object.at("spec"));
    for (int i = 0; i < sources.size(); i++) {
      if (RepositoryUrl.isSame(sources.get(i).textOrEmpty("repoURL"), repository)
          && sources.get(i).textOrEmpty("path").equals(path)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** The revision that a source asks for. */
  String wanted(int source) {
    return at(sources(object.at("spec")), source, "targetRevision");
  }

  /** What the last comparison asked for; empty where it does not say. */
  String comparedTo(int source) {
    return at(sources(object.at("status", "sync", "comparedTo")), source, "targetRevision");
  }

  /** The commit that the last comparison was made with. */
  String compared(int source) {
    return revision(object.at("status", "sync"), source);
  }

  /** The commit that the last operation ended with. */
  String synced(int source) {
    return revision(object.at("status", "operationState", "syncResult"), source);
  }

  /** Whether an operation with this commit ever succeeded. */
  boolean hadDeployed(int source, String commit) {
    return list("status", "history").stream()
        .anyMatch(entry -> revision(entry, source).equals(commit));
  }

  int sources() {
    return sources(object.at("spec")).size();
  }

  /** Whether a source says this anywhere, and the comparison was made with one that says it. */
  boolean mentions(int source, String text) {
    List<Node> compared = sources(object.at("status", "sync", "comparedTo"));
    return mentions(sources(object.at("spec")).get(source), text)
        && (source >= compared.size() || mentions(compared.get(source), text));
  }

  private static boolean mentions(Node node, String text) {
    return NodeValues.scalars(node).stream().anyMatch(scalar -> scalar.text().contains(text));
  }

  private static List<Node> sources(@Nullable Node parent) {
    if (parent == null) {
      return List.of();
    }
    return ApplicationSources.of(parent.at("source"), parent.at("sources"));
  }

  private static String revision(@Nullable Node parent, int source) {
    if (parent == null) {
      return "";
    }
    List<String> several = parent.stringsAt("revisions");
    if (!several.isEmpty()) {
      return source < several.size() ? several.get(source) : "";
    }
    return source == 0 ? parent.textOrEmpty("revision") : "";
  }

  private static String at(List<Node> sources, int source, String key) {
    return source < sources.size() ? sources.get(source).textOrEmpty(key) : "";
  }
}
