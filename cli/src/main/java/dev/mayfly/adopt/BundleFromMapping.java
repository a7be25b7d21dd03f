package dev.mayfly.adopt;

import dev.mayfly.argocd.RepositoryUrl;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.BundleSyntaxes;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Set;

/** A bundle that is not the pull request's: of a registry, of the GitOps repository, or another. */
final class BundleFromMapping implements Mapping {
  private static final Set<String> DEFAULTS = Set.of("", "HEAD", "main", "master");

  @Override
  public List<String> reads() {
    return List.of("template.source.chart", "template.source.ref");
  }

  @Override
  @SuppressWarnings("ReferenceEquality")
  public void map(Adoption adoption) {
    for (AppDraft app : adoption.apps) {
      Node source = app.bundle();
      if (source.at("chart") != null) {
        registry(app.fields.below("bundle").below("from"), source);
      } else if (!RepositoryMapping.isOwn(app)) {
        repository(adoption, app.fields.below("bundle").below("from"), source);
      }
      for (Node other : app.sources()) {
        if (other != source && !AppDraft.isValuesOnly(other)) {
          adoption.lost(
              other.location(),
              "source " + HandWritten.text(other, "path") + HandWritten.text(other, "chart"),
              "an Application has exactly two sources, the bundle and what Mayfly renders; admins'"
                  + " own objects can be templates");
        }
      }
    }
  }

  /** Argo CD takes an OCI registry for Helm without its scheme (Argo CD docs, "Helm"). */
  private static void registry(Draft.Fields from, Node source) {
    String url = HandWritten.text(source, "repoURL").replaceAll("/+$", "");
    String address = url.contains("://") ? url : "oci://" + url;
    if (BundleSyntaxes.CHART_REPOSITORY.matches(address)) {
      from.put("registry", address, Origin.from(source, "repoURL"));
    } else {
      from.open("registry", "the address of the chart's registry", "oci://registry.invalid/open");
    }
    String chart = HandWritten.text(source, "chart");
    if (BundleSyntaxes.CHART_NAME.matches(chart)) {
      from.put("chart", chart, Origin.from(source, "chart"));
    } else {
      from.open("chart", "the name of the chart", "open");
    }
    String version = HandWritten.text(source, "targetRevision");
    if (BundleSyntaxes.CHART_VERSION.matches(version)) {
      from.put("version", version, Origin.from(source, "targetRevision"));
    } else {
      from.open(
          "version",
          "one exact version of the chart in place of `" + Adoption.shown(version) + "`",
          "0.0.0");
    }
  }

  private static void repository(Adoption adoption, Draft.Fields from, Node source) {
    String url = HandWritten.text(source, "repoURL");
    String revision = HandWritten.text(source, "targetRevision");
    Location at = source.orThis("repoURL").location();
    if (DEFAULTS.contains(revision) && isGitOps(adoption, url)) {
      from.put("gitops", new Tree.Bool(true), Origin.from(at));
      return;
    }
    if (BundleSyntaxes.BUNDLE_REPOSITORY.matches(url)) {
      from.put("repository", url, Origin.from(at));
    } else {
      from.open("repository", "the repository of the bundle", "https://open.invalid/open.git");
    }
    if (revision.isEmpty() || revision.equals("HEAD")) {
      String why = "the set follows the default branch, which is not named";
      from.put("revision", "main", new Origin.Assumed(why));
    } else if (BundleSyntaxes.REVISION.matches(revision)) {
      from.put("revision", revision, Origin.from(source, "targetRevision"));
    } else {
      from.open("revision", "the commit, tag or branch of the bundle", "main");
    }
  }

  /** Whether it is the repository that will hold the file, as far as that is known. */
  static boolean isGitOps(Adoption adoption, String url) {
    return adoption.spec.below("gitops").entries().get("repository")
            instanceof Draft.Leaf(Tree.Text(String gitops), Origin why)
        && !(why instanceof Origin.Open)
        && RepositoryUrl.isSame(gitops, url);
  }
}
