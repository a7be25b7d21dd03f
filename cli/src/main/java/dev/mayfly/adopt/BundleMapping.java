package dev.mayfly.adopt;

import dev.mayfly.argocd.ApplicationSources;
import dev.mayfly.diagnostic.Location;
import dev.mayfly.platform.BundleSyntaxes;
import dev.mayfly.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is deployed: which folder at which commit, and the tool that renders it. */
final class BundleMapping implements Mapping {
  private static final Pattern CHART = Pattern.compile("(.*/)?(helm|charts?)(/.*)?");
  private static final Pattern KUSTOMIZE =
      Pattern.compile("(.*/)?(kustomize|overlays?|base)(/.*)?");

  @Override
  public List<String> reads() {
    return List.of("template.source.path", "template.source.targetRevision");
  }

  @Override
  public void map(Adoption adoption) {
    for (AppDraft app : adoption.apps) {
      Node source = app.bundle();
      Draft.Fields bundle = app.fields.below("bundle");
      kind(bundle, source);
      if (source.at("chart") != null) {
        continue;
      }
      path(bundle, source);
      if (RepositoryMapping.isOwn(app)) {
        revision(adoption, source);
      }
    }
  }

  private static void kind(Draft.Fields bundle, Node source) {
    Optional<String> block =
        ApplicationSources.TYPES.stream().filter(it -> source.at(it) != null).findFirst();
    String path = HandWritten.text(source, "path");
    if (block.isPresent()) {
      bundle.put("kind", block.get(), Origin.from(source, block.get()));
    } else if (source.at("chart") != null) {
      bundle.put("kind", "helm", Origin.from(source, "chart"));
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
    String path = HandWritten.text(source, "path").replaceAll("^(\\./)+(?=.)|/+$", "");
    if (BundleSyntaxes.BUNDLE_PATH.matches(path) && !Marks.in(path)) {
      bundle.put("path", path, Origin.from(source, "path"));
    } else {
      bundle.open(
          "path",
          "the folder of the bundle; `" + Adoption.shown(path) + "` cannot be written here",
          "open");
    }
  }

  private static void revision(Adoption adoption, Node source) {
    String revision = HandWritten.text(source, "targetRevision");
    Location at = source.orThis("targetRevision").location();
    if (Marks.has(revision, Marks.BRANCH)) {
      adoption.stricter(
          at,
          "targetRevision " + revision,
          "a branch moves under a running preview; exactly the proven commit is deployed");
    } else if (!Marks.hasSha(revision)) {
      adoption.changed(
          at,
          "targetRevision " + (revision.isEmpty() ? "HEAD" : revision),
          "the bundle comes from the pull request's own commit");
    }
  }
}
