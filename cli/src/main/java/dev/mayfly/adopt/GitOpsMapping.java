package dev.mayfly.adopt;

import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Tree;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** The repository that will hold the file. */
final class GitOpsMapping implements Mapping {

  @Override
  public void map(Adoption adoption) {
    Draft.Fields gitops = adoption.spec.below("gitops");
    Optional<Node> other =
        adoption.apps.stream()
            .flatMap(app -> app.sources().stream().filter(s -> isOther(app, s)))
            // One that lends values is likelier to be it than one that holds charts.
            .min(Comparator.comparing(s -> !AppDraft.isValuesOnly(s)));
    if (adoption.answers.gitops().isPresent()) {
      gitops.put("repository", adoption.answers.gitops().get(), new Origin.Given("--gitops"));
    } else if (other.isPresent()) {
      String where = Origin.place(other.get().orThis("repoURL").location());
      gitops.put(
          "repository",
          HandWritten.text(other.get(), "repoURL"),
          new Origin.Assumed("the repository that the set reads besides, " + where));
    } else {
      gitops.open(
          "repository",
          "the Git URL of the repository that will hold this file",
          standIn(adoption));
    }
    name(adoption, gitops);
    gitops.put(
        "delivery",
        "overlay",
        new Origin.Assumed("digests are known once CI has built the images"));
    if (EnvironmentMapping.isAny(adoption)) {
      gitops.put(
          "change",
          "push",
          new Origin.Assumed("apps of an environment write what they share at once"));
    }
    adoption.changed(
        adoption.first().pullRequest().location(),
        "the pull request generator",
        "`mayfly open` commits a preview from CI and `mayfly close` takes it away; Argo CD no longer"
            + " asks the forge");
  }

  /** The forge has to know it, since Mayfly opens pull requests there. */
  private static void name(Adoption adoption, Draft.Fields gitops) {
    String forge = RepositoryMapping.forgeUrl(adoption);
    boolean known =
        gitops.entries().get("repository") instanceof Draft.Leaf(Tree.Text(String url), Origin why)
            && (why instanceof Origin.Open || host(url).equals(host(forge)));
    if (!forge.isEmpty() && !known) {
      gitops.open("name", "what `" + forge + "` calls that repository, owner/name", "open/gitops");
    }
  }

  private static String standIn(Adoption adoption) {
    String forge = RepositoryMapping.forgeUrl(adoption);
    return (forge.isEmpty() ? "https://forge.invalid" : forge) + "/open/gitops.git";
  }

  private static String host(String url) {
    return url.replaceFirst("^[a-z]+://", "")
        .replaceFirst("^[^@/]*@", "")
        .replaceFirst("[:/].*", "")
        .toLowerCase(Locale.ROOT);
  }

  private static boolean isOther(AppDraft app, Node source) {
    String url = HandWritten.text(source, "repoURL");
    return source.textAt("chart") == null
        && Syntaxes.GIT_URL.matches(url)
        && RepositoryMapping.fromUrl(url)
            .filter(name -> !name.equalsIgnoreCase(app.repository()))
            .isPresent();
  }
}
