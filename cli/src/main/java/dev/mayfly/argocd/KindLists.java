package dev.mayfly.argocd;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The four kind lists of an AppProject (Argo CD, {@code IsGroupKindNamePermitted}). Cluster-scoped:
 * nothing is allowed but what the whitelist names. Namespaced: without a whitelist everything is
 * allowed, with an empty one nothing is. Then the blacklist takes away.
 */
final class KindLists {
  private final Node project;

  KindLists(Node project) {
    this.project = project;
  }

  ProjectVerdict namespaced(String group, String kind) {
    Node allow = project.at("spec", "namespaceResourceWhitelist");
    Node deny = project.at("spec", "namespaceResourceBlacklist");
    if (ProjectPermission.isMisshapen(allow) || ProjectPermission.isMisshapen(deny)) {
      return ProjectPermission.misshapen("namespaceResourceWhitelist", allow);
    }
    for (Node item : ProjectPermission.items(deny)) {
      if (matches(item, group, kind)) {
        return new ProjectVerdict.Denied(
            "`namespaceResourceBlacklist` takes it away", item.location());
      }
    }
    if (!(allow instanceof ListNode list)) {
      return new ProjectVerdict.Permitted(
          "without `namespaceResourceWhitelist` every kind is allowed", null);
    }
    for (Node item : list.items()) {
      if (matches(item, group, kind)) {
        return new ProjectVerdict.Permitted("this entry allows it", item.location());
      }
    }
    return new ProjectVerdict.Denied(
        "`namespaceResourceWhitelist` does not list " + shown(group, kind), list.location());
  }

  ProjectVerdict cluster(String group, String kind, Optional<String> name) {
    Node allow = project.at("spec", "clusterResourceWhitelist");
    Node deny = project.at("spec", "clusterResourceBlacklist");
    if (ProjectPermission.isMisshapen(allow) || ProjectPermission.isMisshapen(deny)) {
      return ProjectPermission.misshapen("clusterResourceWhitelist", allow);
    }
    @Nullable Node open = null;
    for (Node item : ProjectPermission.items(deny)) {
      switch (named(item, group, kind, name)) {
        case YES -> {
          return new ProjectVerdict.Denied(
              "`clusterResourceBlacklist` takes it away", item.location());
        }
        case UNKNOWN -> open = item;
        case NO -> {}
      }
    }
    List<Node> allowed = ProjectPermission.items(allow);
    for (Node item : allowed) {
      Match match = named(item, group, kind, name);
      if (match == Match.YES && open == null) {
        return new ProjectVerdict.Permitted("this entry allows it", item.location());
      }
      open = match == Match.UNKNOWN ? item : open;
    }
    boolean may = allowed.stream().anyMatch(item -> named(item, group, kind, name) != Match.NO);
    if (may && open != null) {
      return new ProjectVerdict.Unverifiable(
          "the entry names objects, and the name is not known", open.location());
    }
    return new ProjectVerdict.Denied(
        "`clusterResourceWhitelist` does not list " + shown(group, kind),
        allow == null ? null : allow.location());
  }

  private enum Match {
    YES,
    NO,
    UNKNOWN
  }

  private static Match named(Node item, String group, String kind, Optional<String> name) {
    if (!matches(item, group, kind)) {
      return Match.NO;
    }
    String pattern = item.textOrEmpty("name");
    if (pattern.isEmpty()) {
      return Match.YES;
    }
    if (name.isEmpty()) {
      return pattern.equals("*") ? Match.YES : Match.UNKNOWN;
    }
    return FilePathMatch.matches(pattern, name.get()) ? Match.YES : Match.NO;
  }

  private static boolean matches(Node item, String group, String kind) {
    return FilePathMatch.matches(item.textOrEmpty("kind"), kind)
        && FilePathMatch.matches(item.textOrEmpty("group"), group);
  }

  private static String shown(String group, String kind) {
    return "`" + (group.isEmpty() ? kind : group + "/" + kind) + "`";
  }
}
