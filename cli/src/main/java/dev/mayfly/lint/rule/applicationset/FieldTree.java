package dev.mayfly.lint.rule.applicationset;

import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.Generator;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The names that may stand in an ApplicationSet, as far as a typing slip there changes what is
 * generated (Argo CD 3.6, {@code applicationset_types.go}).
 */
enum FieldTree {
  APPLICATION_SET;

  private static final Set<String> SPEC =
      Set.of(
          "goTemplate",
          "goTemplateOptions",
          "generators",
          "template",
          "templatePatch",
          "syncPolicy",
          "strategy",
          "preservedFields",
          "ignoreApplicationDifferences",
          "applyNestedSelectors");
  private static final Set<String> SYNC_POLICY =
      Set.of("preserveResourcesOnDeletion", "applicationsSync");
  private static final Set<String> FILTER =
      Set.of("branchMatch", "targetBranchMatch", "titleMatch");
  private static final Set<String> PULL_REQUEST =
      Set.of("filters", "requeueAfterSeconds", "template", "values", "continueOnRepoNotFoundError");
  private static final Map<String, Set<String>> PROVIDERS =
      Map.of(
          "github", Set.of("owner", "repo", "api", "tokenRef", "appSecretName", "labels"),
          "gitlab",
              Set.of(
                  "project", "api", "tokenRef", "labels", "pullRequestState", "insecure", "caRef"),
          "gitea", Set.of("owner", "repo", "api", "tokenRef", "insecure", "labels"),
          "bitbucketServer",
              Set.of("project", "repo", "api", "basicAuth", "bearerToken", "insecure", "caRef"),
          "bitbucket", Set.of("owner", "repo", "api", "basicAuth", "bearerToken"),
          "azuredevops", Set.of("organization", "project", "repo", "api", "tokenRef", "labels"));

  /** A key that is no field, and the names that would be. */
  record Unknown(ScalarNode key, Set<String> allowed) {}

  List<Unknown> unknown(MapNode root) {
    List<Unknown> found = new ArrayList<>();
    check(root.get("spec"), SPEC, found);
    check(root.at("spec", "syncPolicy"), SYNC_POLICY, found);
    generators(root.at("spec", "generators"), found);
    return found;
  }

  private static void generators(@Nullable Node list, List<Unknown> found) {
    Set<String> entry = new TreeSet<>(Generator.KINDS);
    entry.add("selector");
    for (MapNode item : Fields.maps(list)) {
      check(item, entry, found);
      pullRequest(item.get("pullRequest"), found);
      generators(item.at("matrix", "generators"), found);
      generators(item.at("merge", "generators"), found);
    }
  }

  private static void pullRequest(@Nullable Node body, List<Unknown> found) {
    if (!(body instanceof MapNode map)) {
      return;
    }
    Set<String> allowed = new TreeSet<>(PULL_REQUEST);
    allowed.addAll(PROVIDERS.keySet());
    check(map, allowed, found);
    PROVIDERS.forEach((name, fields) -> check(map.get(name), fields, found));
    Fields.maps(map.get("filters")).forEach(filter -> check(filter, FILTER, found));
  }

  private static void check(@Nullable Node node, Set<String> allowed, List<Unknown> found) {
    for (MapNode.Entry entry : Fields.entries(node)) {
      if (!allowed.contains(entry.key().text())) {
        found.add(new Unknown(entry.key(), allowed));
      }
    }
  }
}
