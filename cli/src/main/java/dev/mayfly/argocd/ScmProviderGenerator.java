package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.Slug;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** The {@code scmProvider} generator (Argo CD, {@code generators/scm_provider.go}). */
public final class ScmProviderGenerator {
  private static final Map<String, Function<ListedRepository, GoValue>> PARAMETERS =
      Map.of(
          "organization", it -> GoValue.of(it.organization()),
          "repository", it -> GoValue.of(it.repository()),
          "repository_id", ListedRepository::id,
          "url", it -> GoValue.of(it.url()),
          "branch", it -> GoValue.of(it.branch()),
          "branchNormalized", it -> GoValue.of(Slug.normalize(it.branch())),
          "sha", it -> GoValue.of(it.sha()),
          "short_sha", it -> GoValue.of(it.sha().substring(0, Math.min(8, it.sha().length()))),
          "short_sha_7", it -> GoValue.of(it.sha().substring(0, Math.min(7, it.sha().length()))),
          "labels", it -> GoValue.of(String.join(",", it.labels())));

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

  /** The parameters that it gives, beside {@code values}. */
  public static Set<String> parameters() {
    return PARAMETERS.keySet();
  }

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
    SortedMap<String, GoValue> set = new TreeMap<>();
    PARAMETERS.forEach((name, value) -> set.put(name, value.apply(repository)));
    return context.set(generator, set);
  }
}
