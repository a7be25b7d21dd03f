package dev.mayfly.argocd;

import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A repository whose pull requests a generator lists.
 *
 * @param provider the generator's word for the forge
 * @param url the forge's web address without a final slash
 * @param path as it is written; a template's action where only parameters tell
 * @param closed whether those that are closed count too
 */
public record AskedRepository(
    String provider, String url, String path, boolean closed, Node generator) {
  /** Those of all generators below a set, nested ones too. */
  public static Set<AskedRepository> of(Node set) {
    Set<AskedRepository> found = new LinkedHashSet<>();
    collect(set.itemsAt("spec", "generators"), found);
    return found;
  }

  private static void collect(List<Node> generators, Set<AskedRepository> found) {
    for (Node generator : generators) {
      for (String outer : GeneratorKind.NESTING) {
        collect(generator.itemsAt(outer, "generators"), found);
      }
      if (generator.at("pullRequest") instanceof MapNode pulls) {
        for (String provider : GeneratorKind.FORGES) {
          if (pulls.get(provider) instanceof MapNode block) {
            found.add(of(provider, block));
          }
        }
      }
    }
  }

  private static AskedRepository of(String provider, MapNode block) {
    String path =
        provider.equals("gitlab")
            ? block.textOrEmpty("project")
            : block.textOrEmpty("owner") + "/" + block.textOrEmpty("repo");
    boolean closed =
        provider.equals("gitlab") && !block.textOrEmpty("pullRequestState").equals("opened");
    return new AskedRepository(provider, web(provider, block), path, closed, block);
  }

  /** The web address that an API's address belongs to. */
  private static String web(String provider, Node block) {
    String api = block.textOrEmpty("api").replaceFirst("/+$", "");
    String url =
        api.replaceFirst("/api/v[134]$", "")
            .replaceFirst("^https://api\\.(github\\.com|[^/]+\\.ghe\\.com)$", "https://$1");
    return !url.isEmpty() || provider.equals("gitea") ? url : "https://" + provider + ".com";
  }

  /** The kind of its forge; {@link ForgeSettings.Kind#NONE} where its API is not spoken here. */
  public ForgeSettings.Kind kind() {
    return Choice.of(ForgeSettings.Kind.values()).of(provider).orElse(ForgeSettings.Kind.NONE);
  }
}
