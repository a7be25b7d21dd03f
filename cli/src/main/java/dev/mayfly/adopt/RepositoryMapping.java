package dev.mayfly.adopt;

import dev.mayfly.argocd.GeneratorKind;
import dev.mayfly.argocd.RepositoryUrl;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.platform.GitAddress;
import dev.mayfly.platform.Syntaxes;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whose pull requests are previewed, and where Argo CD clones them from. */
final class RepositoryMapping implements Mapping {
  @Override
  public List<String> reads() {
    List<String> fields = new ArrayList<>();
    for (String provider : GeneratorKind.FORGES) {
      SetProbe.OF_REPOSITORY.forEach(field -> fields.add("pullRequest." + provider + "." + field));
    }
    fields.removeAll(
        List.of(
            "pullRequest.github.project",
            "pullRequest.gitea.project",
            "pullRequest.bitbucket.project",
            "pullRequest.gitlab.owner",
            "pullRequest.gitlab.repo",
            "pullRequest.bitbucketServer.owner",
            "pullRequest.azuredevops.owner"));
    fields.add("pullRequest.azuredevops.organization");
    fields.add("template.source.repoURL");
    return fields;
  }

  @Override
  public void map(Adoption adoption) {
    for (AppDraft app : adoption.apps) {
      Location at = app.set.block().location();
      String project = SetProbe.ofRepository(app.application, "project");
      String url = HandWritten.text(app.bundle(), "repoURL");
      if (project.matches("[1-9][0-9]{0,18}")) {
        app.fields.put("projectId", project, Origin.from(at));
        repository(app, fromUrl(url).orElse(""), app.bundle().orThis("repoURL").location());
      } else {
        String owner = SetProbe.ofRepository(app.application, "owner");
        String repo = SetProbe.ofRepository(app.application, "repo");
        String name = repo.isEmpty() ? project : (owner.isEmpty() ? project : owner) + "/" + repo;
        repository(app, name, at);
      }
      url(adoption, app, url);
    }
  }

  private static void repository(AppDraft app, String name, Location at) {
    if (Syntaxes.REPOSITORY.matches(name)) {
      app.fields.put("repository", name, Origin.from(at));
    } else {
      app.fields.open(
          "repository",
          "the repository whose pull requests are previewed, owner/name",
          "open/open");
    }
  }

  /** Written only where it is not what the forge's address and the name come to. */
  private static void url(Adoption adoption, AppDraft app, String url) {
    String forge = forgeUrl(adoption);
    String expected = forge + "/" + app.repository() + ".git";
    boolean own = isOwn(app);
    Node bundle = app.bundle();
    if (own && Syntaxes.GIT_URL.matches(url)) {
      if (forge.isEmpty() || !RepositoryUrl.isSame(url, expected)) {
        app.fields.put("repositoryUrl", url, Origin.from(bundle, "repoURL"));
      }
    } else if (forge.isEmpty()) {
      app.fields.open(
          "repositoryUrl",
          "the address that Argo CD clones the repository from",
          "https://open.invalid/open.git");
    }
  }

  /** The forge's address; empty where none is asked. */
  static String forgeUrl(Adoption adoption) {
    Draft.Fields forge = adoption.spec.below("forge");
    if (forge.entries().get("url") instanceof Draft.Leaf(Tree.Text(String url), Origin why)) {
      return why instanceof Origin.Open(String standIn) ? standIn : url;
    }
    return Choice.of(ForgeSettings.Kind.values())
        .of(adoption.first().provider())
        .map(ForgeSettings.Kind::service)
        .orElse("");
  }

  /** Whether what is deployed comes from the repository whose pull requests are previewed. */
  static boolean isOwn(AppDraft app) {
    String url = HandWritten.text(app.bundle(), "repoURL");
    return app.bundle().textAt("chart") == null
        && fromUrl(url).map(app.repository()::equalsIgnoreCase).orElse(false);
  }

  static Optional<String> fromUrl(String url) {
    return GitAddress.parse(url).map(GitAddress::path).filter(Syntaxes.REPOSITORY::matches);
  }
}
