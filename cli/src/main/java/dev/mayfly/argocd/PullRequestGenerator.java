package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code pullRequest} generator (Argo CD, {@code generators/pull_request.go} and {@code
 * services/pull_request}).
 */
final class PullRequestGenerator {
  private PullRequestGenerator() {}

  static List<GoValue.Entries> expand(Node generator, GeneratorContext context)
      throws GeneratorStop {
    MapNode.Entry written = Shapes.provider("pullRequest", generator, GeneratorKind.FORGES);
    String provider = written.key().text();
    Node block = written.value();
    List<PullRequestFilter> filters = new ArrayList<>();
    for (Node item : Shapes.list("filters", generator.at("filters"))) {
      filters.add(PullRequestFilter.of(item));
    }
    List<GeneratorPullRequest> pulls =
        new ArrayList<>(
            GeneratorContext.given(
                context.inputs().pullRequests(),
                generator,
                "the `pullRequest` generator reads pull requests that were not given",
                "give them with `--prs`"));
    context.work().takes((long) pulls.size() * (1 + filters.size()), generator);
    pulls.removeIf(listed ->
        !isOf(listed.pull(), provider, block)
            || !isListed(listed.pull(), provider, block)
            || !hasLabels(listed.pull(), provider, block)
            || !(filters.isEmpty()
                || filters.stream().anyMatch(f -> f.matches(listed.pull().details()))));
    pulls.sort(Comparator.comparing(listed -> listed.pull().number()));
    boolean slugsMatter = context.mentions("_slug");
    List<GoValue.Entries> sets = new ArrayList<>();
    for (GeneratorPullRequest pull : pulls) {
      SortedMap<String, GoValue> parameters = new TreeMap<>();
      for (PullRequestParameter each : PullRequestParameter.values()) {
        if (context.goTemplate() || each != PullRequestParameter.LABELS) {
          parameters.put(each.key(), each.of(pull, slugsMatter, generator.location()));
        }
      }
      sets.add(context.set(generator, parameters));
    }
    return sets;
  }

  /**
   * Azure and Bitbucket Server name projects too, and GitLab may give a number: those match all.
   */
  private static boolean isOf(PullRequest pull, String provider, Node block) {
    @Nullable String repository =
        switch (provider) {
          case "gitlab" -> block.textAt("project");
          case "github", "gitea", "bitbucket" -> block.textAt("owner") + "/" + block.textAt("repo");
          default -> null;
        };
    return repository == null
        || repository.matches("[0-9]*")
        || repository.equalsIgnoreCase(pull.repository().path());
  }

  /** GitLab without a state lists what is closed and merged too. */
  private static boolean isListed(PullRequest pull, String provider, Node block) {
    PullRequest.State state = pull.details().state();
    if (!provider.equals("gitlab")) {
      return state == PullRequest.State.OPEN;
    }
    return switch (block.textOrEmpty("pullRequestState")) {
      case "opened" -> state == PullRequest.State.OPEN;
      case "closed" -> state == PullRequest.State.CLOSED;
      case "merged" -> state == PullRequest.State.MERGED;
      case "locked" -> false;
      default -> true;
    };
  }

  private static boolean hasLabels(PullRequest pull, String provider, Node block) {
    return !GeneratorKind.FORGES_WITH_LABELS.contains(provider)
        || pull.details().labels().containsAll(block.stringsAt("labels"));
  }
}
