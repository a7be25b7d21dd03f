package dev.mayfly.command;

import dev.mayfly.argocd.ClusterFile;
import dev.mayfly.argocd.GeneratorInputs;
import dev.mayfly.argocd.PluginFile;
import dev.mayfly.argocd.PullRequestFile;
import dev.mayfly.argocd.RepositoryFile;
import dev.mayfly.argocd.RepositoryFiles;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What generators would read from the world, an option each. */
final class GeneratorOptions {
  /** A revision holds no colon, so the user of an scp-like address is none. */
  private static final Pattern REPOSITORY =
      Pattern.compile("(?<url>[^=]+?)(?:(?<!://[^/]{0,200})@(?<revision>[^:@=]+))?=(?<folder>.+)");

  private GeneratorOptions() {}

  static void addTo(CommandSpec spec) {
    spec.addOption(
        Options.value(
            "--prs",
            "FILE",
            "pull requests as a JSON array of number, headSha, repository, branch, targetBranch,"
                + " title, author, labels, state"));
    spec.addOption(
        Options.repeatable(
            "--repo",
            "[URL[@REV]=]DIR",
            "a checkout that git generators read; with URL, of that repository only"));
    spec.addOption(
        Options.value(
            "--clusters", "FILE", "cluster Secrets, or what argocd cluster list -o json prints"));
    spec.addOption(
        Options.value(
            "--scm",
            "FILE",
            "branches as a JSON array of organization, repository, url, branch, sha, labels, id,"
                + " default, paths"));
    spec.addOption(
        Options.value(
            "--decisions", "FILE", "objects of clusterDecisionResource, with their ConfigMap"));
    spec.addOption(Options.value("--plugin", "FILE", "what a generator plugin answered, as JSON"));
  }

  static GeneratorInputs read(ParseResult parsed, InputFiles files) {
    return new GeneratorInputs(
        given(parsed, "--prs", files, PullRequestFile::read),
        checkouts(parsed, files),
        given(parsed, "--clusters", files, ClusterFile::read),
        given(parsed, "--scm", files, RepositoryFile::read),
        given(parsed, "--decisions", files, GeneratorOptions::objects),
        given(parsed, "--plugin", files, PluginFile::read));
  }

  private static <T> Optional<T> given(
      ParseResult parsed, String option, InputFiles files, BiFunction<String, byte[], T> read) {
    String path = parsed.matchedOptionValue(option, "");
    return path.isEmpty() ? Optional.empty() : Optional.of(read.apply(path, files.bytes(path)));
  }

  private static List<RepositoryFiles> checkouts(ParseResult parsed, InputFiles files) {
    List<RepositoryFiles> checkouts = new ArrayList<>();
    for (String given : parsed.matchedOptionValue("--repo", List.<String>of())) {
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
    return objects;
  }
}
