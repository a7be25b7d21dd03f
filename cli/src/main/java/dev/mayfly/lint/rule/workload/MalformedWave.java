package dev.mayfly.lint.rule.workload;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.argocd.SyncOrder;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A sync wave is no number. */
public final class MalformedWave implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    Node wave = resource.at("metadata", "annotations", ArgoMetadata.SYNC_WAVE);
    String text = NodeValues.text(wave);
    if (wave != null && SyncOrder.number(text).isEmpty() && !TemplateText.isTemplated(text)) {
      out.add(wave, "`" + ArgoMetadata.SYNC_WAVE + "` is `" + text + "`");
    }
  }
}
