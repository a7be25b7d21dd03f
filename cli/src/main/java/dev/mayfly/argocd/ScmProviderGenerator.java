package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.Slug;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;

/** The {@code scmProvider} generator (Argo CD, {@code generators/scm_provider.go}). */
final class ScmProviderGenerator {
  /** In the order in which the controller asks for each. */
  private static final List<String> PROVIDERS =
      List.of(
          "github",
          "gitlab",
          "gitea",
          "bitbucketServer",
          "azureDevOps",
          "bitbucket",
          "awsCodeCommit");

  private ScmProviderGenerator() {}

  static List<GoValue.Entries> expand(Node generator, GeneratorContext context)
      throws GeneratorStop {
    MapNode.Entry written = Shapes.provider("scmProvider", generator, PROVIDERS);
    List<RepositoryFilter> filters = new ArrayList<>();
    for (Node item : Shapes.list("filters", generator.at("filters"))) {
      filters.add(RepositoryFilter.of(item));
    }
    List<ListedRepository> known =
        GeneratorContext.given(
            context.inputs().repositories(),
            generator,
            "the `scmProvider` generator reads repositories that were not given",
            "give them with `--scm`");
    context.work().takes((long) known.size() * (1 + filters.size()), generator);
    List<GoValue.Entries> sets = new ArrayList<>();
    for (ListedRepository repository : known) {
      if (isListed(repository, written.key().text(), written.value())
          && holds(filters.stream().filter(RepositoryFilter::isOfRepositories).toList(), repository)
          && holds(filters.stream().filter(RepositoryFilter::isOfBranches).toList(), repository)) {
        sets.add(set(repository, generator, context));
      }
    }
    return sets;
  }

  /** Subgroups of GitLab are listed where the set asks for them. */
  private static boolean isListed(ListedRepository repository, String provider, Node block) {
    boolean all = "true".equals(block.textAt("allBranches"));
    boolean subgroups = "true".equals(block.textAt("includeSubgroups"));
    String owner = owner(provider, block);
    if (!all && !repository.isDefault()) {
      return false;
    }
    if (owner.matches("[0-9]*")) {
      return true;
    }
    String organization = repository.organization().toLowerCase(Locale.ROOT);
    String wanted = owner.toLowerCase(Locale.ROOT);
    boolean below = provider.equals("gitlab") && subgroups && organization.startsWith(wanted + "/");
    return organization.equals(wanted) || below;
  }

  /** Who a provider lists for; empty where it is whoever logs in. */
  private static String owner(String provider, Node block) {
    return switch (provider) {
      case "github", "azureDevOps" -> block.textOrEmpty("organization");
      case "gitlab" -> block.textOrEmpty("group");
      case "gitea", "bitbucket" -> block.textOrEmpty("owner");
      case "bitbucketServer" -> block.textOrEmpty("project");
      default -> "";
    };
  }

  private static boolean holds(List<RepositoryFilter> filters, ListedRepository repository)
      throws GeneratorStop {
    for (RepositoryFilter filter : filters) {
      if (filter.matches(repository)) {
        return true;
      }
    }
    return filters.isEmpty();
  }

  private static GoValue.Entries set(
      ListedRepository repository, Node generator, GeneratorContext context) throws GeneratorStop {
    String sha = repository.sha();
    SortedMap<String, GoValue> set = new TreeMap<>();
    set.put("organization", GoValue.of(repository.organization()));
    set.put("repository", GoValue.of(repository.repository()));
    set.put("repository_id", repository.id());
    set.put("url", GoValue.of(repository.url()));
    set.put("branch", GoValue.of(repository.branch()));
    set.put("sha", GoValue.of(sha));
    set.put("short_sha", GoValue.of(sha.substring(0, Math.min(8, sha.length()))));
    set.put("short_sha_7", GoValue.of(sha.substring(0, Math.min(7, sha.length()))));
    set.put("labels", GoValue.of(String.join(",", repository.labels())));
    set.put("branchNormalized", GoValue.of(Slug.normalize(repository.branch())));
    return context.set(generator, set);
  }
}
