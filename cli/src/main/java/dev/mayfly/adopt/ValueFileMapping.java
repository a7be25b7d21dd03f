package dev.mayfly.adopt;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.platform.BundleSyntaxes;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import dev.mayfly.yaml.Tree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The value files of a chart: in it, beside it, or lent by a source of its own. */
final class ValueFileMapping implements Mapping {
  private static final Pattern LENT = Pattern.compile("\\$([A-Za-z0-9_-]+)/(.+)");

  @Override
  public List<String> reads() {
    return List.of("template.source.helm.valueFiles");
  }

  @Override
  public void map(Adoption adoption) {
    for (AppDraft app : adoption.apps) {
      boolean late = false;
      for (Node file : app.bundle().itemsAt("helm", "valueFiles")) {
        late |= file(adoption, app, file, late);
      }
    }
  }

  /**
   * @param late whether a file of the GitOps repository was written already, which no other may
   *     follow
   * @return whether this is one
   */
  private static boolean file(Adoption adoption, AppDraft app, Node file, boolean late) {
    String text = file instanceof ScalarNode s ? HandWritten.plausible(s.text()) : "";
    Location at = file.location();
    if (text.equals("values.yaml")) {
      // The chart's own defaults, which Helm reads in any case.
      return false;
    }
    Matcher lent = LENT.matcher(text);
    Optional<Tree> tree = lent.matches() ? lent(adoption, app, lent) : inside(app, text);
    boolean gitops = tree.isPresent() && tree.get().toString().contains("gitops=");
    if (tree.isEmpty() || Marks.in(text) || (late && !gitops)) {
      adoption.lost(
          at,
          "valueFiles " + text,
          late
              ? "files of the GitOps repository come last, so this one would be put under them"
              : "it lies neither in the chart's repository nor in the GitOps repository; what it"
                  + " holds goes into `values`");
      return false;
    }
    app.fields.below("bundle").list("valueFiles").add(new Draft.Leaf(tree.get(), Origin.from(at)));
    return gitops;
  }

  private static Optional<Tree> lent(Adoption adoption, AppDraft app, Matcher lent) {
    for (Node source : app.sources()) {
      if (lent.group(1).equals(source.textAt("ref"))) {
        String url = HandWritten.text(source, "repoURL");
        if (BundleFromMapping.isGitOps(adoption, url)) {
          return in("gitops", lent.group(2));
        }
        boolean same = url.equals(HandWritten.text(app.bundle(), "repoURL"));
        return same ? in("repository", lent.group(2)) : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static Optional<Tree> inside(AppDraft app, String text) {
    if (text.startsWith("/")) {
      return inRepository(app, text.substring(1));
    }
    if (text.contains("..")) {
      String chart = HandWritten.text(app.bundle(), "path");
      return inRepository(app, RelativePath.resolve(chart, text));
    }
    return BundleSyntaxes.VALUE_FILE.matches(text)
        ? Optional.of(new Tree.Text(text))
        : Optional.empty();
  }

  /** Of a chart in the GitOps repository that repository's own form, which Mayfly reads itself. */
  private static Optional<Tree> inRepository(AppDraft app, String path) {
    if (app.bundle().at("chart") != null) {
      return Optional.empty();
    }
    boolean gitops = app.fields.below("bundle").below("from").entries().containsKey("gitops");
    return in(gitops ? "gitops" : "repository", path);
  }

  private static Optional<Tree> in(String where, String path) {
    return BundleSyntaxes.PATH.matches(path)
        ? Optional.of(new Tree.Mapping(Map.of(where, new Tree.Text(path))))
        : Optional.empty();
  }
}
