package dev.mayfly.argocd;

import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The four kind lists of an AppProject (Argo CD, {@code IsGroupKindNamePermitted}). Cluster-scoped:
 * nothing is allowed but what the whitelist names. Namespaced: without a whitelist everything is
 * allowed, with an empty one nothing is. Then the blacklist takes away.
 */
final class KindLists {
  private final Node project;

  /** Each is parsed once: the Namespaces of a thousand previews are held against it. */
  private final Map<String, Predicate<String>> patterns = new ConcurrentHashMap<>();

  KindLists(Node project) {
    this.project = project;
  }

  ProjectVerdict namespaced(String group, String kind) {
    return verdict(
        "namespaceResource",
        true,
        shown(group, kind),
        item -> matches(item, group, kind) ? Match.YES : Match.NO);
  }

  ProjectVerdict cluster(String group, String kind, Optional<String> name) {
    return verdict(
        "clusterResource", false, shown(group, kind), item -> named(item, group, kind, name));
  }

  /** {@code isOpen} says whether every kind is allowed without a whitelist. */
  private ProjectVerdict verdict(
      String lists, boolean isOpen, String shown, Function<Node, Match> match) {
    String whitelist = lists + "Whitelist";
    Node allow = project.at("spec", whitelist);
    Node deny = project.at("spec", lists + "Blacklist");
    if (ProjectPermission.isMisshapen(allow) || ProjectPermission.isMisshapen(deny)) {
      return ProjectPermission.misshapen(whitelist, allow);
    }
    @Nullable Node unsure = null;
    for (Node item : NodeValues.items(deny)) {
      switch (match.apply(item)) {
        case YES -> {
          return new ProjectVerdict.Denied(
              "`" + lists + "Blacklist` takes it away", item.location());
        }
        case UNKNOWN -> unsure = item;
        case NO -> {}
      }
    }
    if (isOpen && !(allow instanceof ListNode)) {
      return new ProjectVerdict.Permitted(
          "without `" + whitelist + "` every kind is allowed", null);
    }
    boolean may = false;
    for (Node item : NodeValues.items(allow)) {
      Match matched = match.apply(item);
      if (matched == Match.YES && unsure == null) {
        return new ProjectVerdict.Permitted("this entry allows it", item.location());
      }
      may |= matched != Match.NO;
      unsure = matched == Match.UNKNOWN ? item : unsure;
    }
    if (may && unsure != null) {
      return new ProjectVerdict.Unverifiable(
          "the entry names objects, and the name is not known", unsure.location());
    }
    return new ProjectVerdict.Denied(
        "`" + whitelist + "` does not list " + shown, allow == null ? null : allow.location());
  }

  private enum Match {
    YES,
    NO,
    UNKNOWN
  }

  private Match named(Node item, String group, String kind, Optional<String> name) {
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
    return matches(pattern, name.get()) ? Match.YES : Match.NO;
  }

  private boolean matches(Node item, String group, String kind) {
    return matches(item.textOrEmpty("kind"), kind) && matches(item.textOrEmpty("group"), group);
  }

  private boolean matches(String pattern, String value) {
    return patterns.computeIfAbsent(pattern, FilePathMatch::matching).test(value);
  }

  private static String shown(String group, String kind) {
    return "`" + (group.isEmpty() ? kind : group + "/" + kind) + "`";
  }
}
