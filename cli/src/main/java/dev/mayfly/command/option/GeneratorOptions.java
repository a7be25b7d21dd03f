package dev.mayfly.command.option;

import dev.mayfly.argocd.ClusterFile;
import dev.mayfly.argocd.GeneratorInputs;
import dev.mayfly.argocd.GeneratorPullRequest;
import dev.mayfly.argocd.ListedRepository;
import dev.mayfly.argocd.PluginGenerator;
import dev.mayfly.argocd.RepositoryFiles;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;

/** What generators would read from the world, an option each. */
public final class GeneratorOptions {
  public static final ValueOption<String> PRS =
      ValueOption.text(
          "--prs",
          "FILE",
          "pull requests as a JSON array of number, headSha, repository, branch, targetBranch,"
              + " title, author, labels, state");
  private static final RepeatableOption REPO =
      new RepeatableOption(
          "--repo",
          "[URL[@REV]=]DIR",
          "a checkout that git generators read; with URL, of that repository only");
  private static final ValueOption<String> CLUSTERS =
      ValueOption.text(
          "--clusters", "FILE", "cluster Secrets, or what argocd cluster list -o json prints");
  private static final ValueOption<String> SCM =
      ValueOption.text(
          "--scm",
          "FILE",
          "branches as a JSON array of organization, repository, url, branch, sha, labels, id,"
              + " default, paths");
  private static final ValueOption<String> DECISIONS =
      ValueOption.text(
          "--decisions", "FILE", "objects of clusterDecisionResource, with their ConfigMap");
  private static final ValueOption<String> PLUGIN =
      ValueOption.text("--plugin", "FILE", "what a generator plugin answered, as JSON");

  /** A revision holds no colon, so the user of an scp-like address is none. */
  private static final Pattern REPOSITORY =
      Pattern.compile("(?<url>[^=]+?)(?:(?<!://[^/]{0,200})@(?<revision>[^:@=]+))?=(?<folder>.+)");

  public static final FlagOption FORGE =
      new FlagOption(
          "--forge",
          "ask the forges of the generators for pull requests; MAYFLY_FORGE_TOKEN goes to that of mayfly.yaml only");

  private GeneratorOptions() {}

  public static void addTo(CommandSpec spec) {
    Option.add(spec, PRS, REPO, CLUSTERS, SCM, DECISIONS, PLUGIN);
  }

  public static GeneratorInputs read(Invocation invocation, InputFiles files) {
    return new GeneratorInputs(
        given(invocation, PRS, files, GeneratorPullRequest::read),
        checkouts(invocation, files),
        given(invocation, CLUSTERS, files, ClusterFile::read),
        given(invocation, SCM, files, ListedRepository::read),
        given(invocation, DECISIONS, files, GeneratorOptions::objects),
        given(invocation, PLUGIN, files, PluginGenerator::read));
  }

  private static <T> Optional<T> given(
      Invocation invocation,
      ValueOption<String> option,
      InputFiles files,
      BiFunction<String, byte[], T> read) {
    String path = option.in(invocation).orElse("");
    return path.isEmpty() ? Optional.empty() : Optional.of(read.apply(path, files.bytes(path)));
  }

  private static List<RepositoryFiles> checkouts(Invocation invocation, InputFiles files) {
    List<RepositoryFiles> checkouts = new ArrayList<>();
    for (String given : REPO.in(invocation)) {
      Matcher named = REPOSITORY.matcher(given);
      checkouts.add(
          named.matches()
              ? new RepositoryFiles(
                  named.group("url"),
                  Optional.ofNullable(named.group("revision")).orElse(""),
                  files.tree(named.group("folder")))
              : new RepositoryFiles("", "", files.tree(given)));
    }
    return checkouts;
  }

  /** The documents, and the items of lists among them. */
  private static List<Node> objects(String name, byte[] bytes) {
    List<Node> objects = new ArrayList<>();
    for (Node document : ArgoManifests.whole(ArgoManifests.read(name, bytes))) {
      if (document.at("items") instanceof ListNode items) {
        objects.addAll(items.items());
      } else {
        objects.add(document);
      }
    }
    if (objects.isEmpty() || !objects.stream().allMatch(GeneratorOptions::isObject)) {
      throw Fault.CONFIGURATION.error(
          "no-objects",
          Location.ofFile(name),
          "`" + name + "` holds something that is not an object of a cluster",
          "give what `kubectl get ... -o json` prints");
    }
    return objects;
  }

  private static boolean isObject(Node node) {
    String kind = node.textOrEmpty("kind");
    return !kind.isEmpty() && !kind.equals("List");
  }
}
