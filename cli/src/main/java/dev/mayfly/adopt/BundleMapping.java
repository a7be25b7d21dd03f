package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.BundleSyntaxes;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is deployed: which folder at which commit, and the tool that renders it. */
final class BundleMapping implements Mapping {
  private static final Map<String, String> BLOCKS =
      Map.of("helm", "helm", "kustomize", "kustomize", "directory", "directory");
  private static final Pattern CHART = Pattern.compile("(.*/)?(helm|charts?)(/.*)?");
  private static final Pattern KUSTOMIZE =
      Pattern.compile("(.*/)?(kustomize|overlays?|base)(/.*)?");

  @Override
  public List<String> reads() {
    return List.of(
        "template.source.path",
        "template.source.chart",
        "template.source.targetRevision",
        "template.source.ref");
  }

  @Override
  public void map(Adoption adoption) {
    for (AppDraft app : adoption.apps) {
      Node source = app.bundle();
      Draft.Fields bundle = app.fields.below("bundle");
      kind(bundle, source);
      if (RepositoryMapping.isOwn(app)) {
        path(bundle, source);
        revision(adoption, source);
      } else {
        elsewhere(adoption, app, bundle, source);
      }
      for (Node other : app.sources()) {
        if (other != source) {
          other(adoption, other);
        }
      }
    }
  }

  private static void kind(Draft.Fields bundle, Node source) {
    Optional<String> block =
        List.of("helm", "kustomize", "directory").stream()
            .filter(name -> source.at(name) != null)
            .findFirst();
    String path = HandWritten.text(source, "path");
    if (block.isPresent()) {
      bundle.put(
          "kind",
          String.valueOf(BLOCKS.get(block.get())),
          Origin.from(Adoption.at(source, block.get())));
    } else if (source.at("chart") != null) {
      bundle.put("kind", "helm", Origin.from(Adoption.at(source, "chart")));
    } else if (CHART.matcher(path).matches()) {
      bundle.put("kind", "helm", new Origin.Assumed("by the name of the folder"));
    } else if (KUSTOMIZE.matcher(path).matches()) {
      bundle.put("kind", "kustomize", new Origin.Assumed("by the name of the folder"));
    } else {
      bundle.open(
          "kind",
          "helm, kustomize or directory: Argo CD looks into the folder, this does not",
          "kustomize");
    }
  }

  private static void path(Draft.Fields bundle, Node source) {
    String path = HandWritten.text(source, "path").replaceAll("^(\\./)+|/+$", "");
    if (BundleSyntaxes.BUNDLE_PATH.matches(path)) {
      bundle.put("path", path, Origin.from(Adoption.at(source, "path")));
    } else {
      bundle.open(
          "path",
          "the folder of the bundle; `"
              + Adoption.shown(path)
              + "` is none that can be written here",
          "open");
    }
  }

  private static void revision(Adoption adoption, Node source) {
    String revision = HandWritten.text(source, "targetRevision");
    Location at = Adoption.at(source, "targetRevision");
    if (Marks.has(revision, Marks.BRANCH)) {
      adoption.say(
          Remark.Kind.STRICTER,
          at,
          "targetRevision " + revision,
          "a branch moves under a running preview; exactly the proven commit is deployed");
    } else if (!Marks.hasSha(revision)) {
      adoption.say(
          Remark.Kind.CHANGED,
          at,
          "targetRevision " + (revision.isEmpty() ? "HEAD" : revision),
          "the bundle comes from the pull request's own commit");
    }
  }

  private static void elsewhere(Adoption adoption, AppDraft app, Draft.Fields bundle, Node source) {
    String url = HandWritten.text(source, "repoURL");
    String chart = HandWritten.text(source, "chart");
    String what = chart.isEmpty() ? HandWritten.text(source, "path") : chart;
    bundle.open(
        "path",
        "the folder of `%s` that holds the bundle".formatted(RepositoryMapping.repository(app)),
        "open");
    adoption.say(
        Remark.Kind.LOST,
        Adoption.at(source, "repoURL"),
        what + " of " + url,
        "a bundle lies in the pull request's repository; one from elsewhere is not carried over yet"
            + " by this version");
  }

  private static void other(Adoption adoption, Node source) {
    String what =
        AppDraft.isValuesOnly(source)
            ? "source with ref " + HandWritten.text(source, "ref")
            : "source " + HandWritten.text(source, "path") + HandWritten.text(source, "chart");
    adoption.say(
        Remark.Kind.LOST,
        source.location(),
        what,
        AppDraft.isValuesOnly(source)
            ? "an Application has exactly two sources, and none lends its files to the other"
            : "an Application has exactly two sources, the bundle and what Mayfly renders; admins'"
                + " own objects can be templates");
  }
}
