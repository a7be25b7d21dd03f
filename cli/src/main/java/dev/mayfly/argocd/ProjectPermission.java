package dev.mayfly.argocd;

import dev.mayfly.argocd.DestinationRule.Effect;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one AppProject lets an Application do, by Argo CD's own rules (Argo CD, {@code
 * pkg/apis/application/v1alpha1/app_project_types.go}); where the project says it, the answer
 * points there.
 */
public final class ProjectPermission {
  private final Node project;
  private final String name;
  private final KindLists kinds;

  public ProjectPermission(Node project) {
    this.project = project;
    this.name = project.textOrEmpty("metadata", "name");
    this.kinds = new KindLists(project);
  }

  public String name() {
    return name;
  }

  public Node project() {
    return project;
  }

  /** Whether an Application of the project may read from a repository. */
  public ProjectVerdict source(String repoUrl) {
    Node field = project.at("spec", "sourceRepos");
    if (isMisshapen(field)) {
      return misshapen("sourceRepos", field);
    }
    String url = RepositoryUrl.normalize(repoUrl);
    @Nullable Node allowing = null;
    for (Node item : NodeValues.items(field)) {
      String pattern = NodeValues.text(item);
      boolean deny = pattern.startsWith("!");
      String normal = RepositoryUrl.normalize(deny ? pattern.substring(1) : pattern);
      // A lone `*` is every repository, though elsewhere `*` stops at a slash.
      boolean matched = normal.equals("*") && !deny || GlobPattern.of(normal, '/').matches(url);
      if (deny && matched) {
        return new ProjectVerdict.Denied(
            "`" + pattern + "` denies `" + repoUrl + "`", item.location());
      }
      allowing = allowing == null && matched != deny ? item : allowing;
    }
    return allowing == null
        ? new ProjectVerdict.Denied(
            "no entry of `sourceRepos` matches `" + repoUrl + "`", at(field))
        : new ProjectVerdict.Permitted(
            "`" + NodeValues.text(allowing) + "` matches `" + repoUrl + "`", allowing.location());
  }

  /** Whether an Application of the project may deploy to a cluster and namespace. */
  public ProjectVerdict destination(Destination destination) {
    Node field = project.at("spec", "destinations");
    if (isMisshapen(field)) {
      return misshapen("destinations", field);
    }
    @Nullable Location allows = null;
    @Nullable Location mayAllow = null;
    @Nullable Location mayReject = null;
    for (Node item : NodeValues.items(field)) {
      Set<Effect> effects = DestinationRule.of(item).effects(destination);
      if (effects.equals(EnumSet.of(Effect.REJECTS))) {
        return new ProjectVerdict.Denied("a `!` rule of `destinations` denies it", item.location());
      }
      if (effects.contains(Effect.REJECTS)) {
        mayReject = item.location();
      }
      if (effects.equals(EnumSet.of(Effect.ALLOWS))) {
        allows = allows == null ? item.location() : allows;
      } else if (effects.contains(Effect.ALLOWS)) {
        mayAllow = item.location();
      }
    }
    if (allows == null && mayAllow == null) {
      return new ProjectVerdict.Denied("no entry of `destinations` matches it", at(field));
    }
    if (mayReject != null || allows == null) {
      return new ProjectVerdict.Unverifiable(
          "a destination matches by `server` or by `name`, and only one of the two is written",
          mayReject == null ? mayAllow : mayReject);
    }
    return scopedClusters(
        new ProjectVerdict.Permitted("this entry of `destinations` matches it", allows));
  }

  private ProjectVerdict scopedClusters(ProjectVerdict permitted) {
    @Nullable String only = project.textAt("spec", "permitOnlyProjectScopedClusters");
    return "true".equals(only)
        ? new ProjectVerdict.Unverifiable(
            "`permitOnlyProjectScopedClusters` lets only clusters pass whose secret names the"
                + " project",
            at(project.at("spec", "permitOnlyProjectScopedClusters")))
        : permitted;
  }

  /** Whether an object may be part of an Application of the project; see {@link KindLists}. */
  public ProjectVerdict namespacedKind(String group, String kind) {
    return kinds.namespaced(group, kind);
  }

  /** The same for a cluster-scoped object; its name decides where an entry gives one (v3.3). */
  public ProjectVerdict clusterKind(String group, String kind, Optional<String> objectName) {
    return kinds.cluster(group, kind, objectName);
  }

  /** Whether an Application of the project may live outside Argo CD's own namespace. */
  public ProjectVerdict sourceNamespace(String namespace, String argoNamespace) {
    if (namespace.isEmpty() || namespace.equals(argoNamespace)) {
      return new ProjectVerdict.Permitted("it lives in Argo CD's own namespace", null);
    }
    Node field = project.at("spec", "sourceNamespaces");
    if (isMisshapen(field)) {
      return misshapen("sourceNamespaces", field);
    }
    for (Node item : NodeValues.items(field)) {
      String pattern = NodeValues.text(item);
      if (GlobPattern.of(pattern).matches(namespace)) {
        return new ProjectVerdict.Permitted(
            "`" + pattern + "` matches `" + namespace + "`", item.location());
      }
      // Between slashes stands a .NET-like regex (dlclark/regexp2), which no engine here speaks.
      if (pattern.length() > 1 && pattern.startsWith("/") && pattern.endsWith("/")) {
        return new ProjectVerdict.Unverifiable(
            "`" + pattern + "` is a regular expression", item.location());
      }
    }
    return new ProjectVerdict.Denied(
        "no entry of `sourceNamespaces` matches `" + namespace + "`", at(field));
  }

  static boolean isMisshapen(@Nullable Node field) {
    return field != null && !(field instanceof ListNode) && !field.isNull();
  }

  static ProjectVerdict misshapen(String field, @Nullable Node node) {
    return new ProjectVerdict.Unverifiable(
        "`" + field + "` is not a list, so the API server refuses the project", at(node));
  }

  private static @Nullable Location at(@Nullable Node node) {
    return node == null ? null : node.location();
  }
}
