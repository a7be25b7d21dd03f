package dev.mayfly.lint.rule.overlay;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.regex.Pattern;

/** An overlay sets an image by its tag. */
public final class UnpinnedKustomizeImage implements CorpusRule {
  private static final Pattern OVERLAY = Pattern.compile("(^|/)([a-z0-9-]+-)?pr-[0-9]+");

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Kustomization kustomization : corpus.kustomizations()) {
      boolean overlay = OVERLAY.matcher(kustomization.directory()).find();
      for (MapNode image : kustomization.mapsAt("images")) {
        Node tag = image.get("newTag");
        if (overlay
            && tag != null
            && !NodeValues.isSet(image.get("digest"))
            && !NodeValues.text(tag).contains("@sha256:")) {
          out.add(tag, "`" + image.textOrEmpty("name") + "` is not pinned by digest");
        }
      }
    }
  }
}
