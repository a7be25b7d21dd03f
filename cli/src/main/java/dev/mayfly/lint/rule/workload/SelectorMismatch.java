package dev.mayfly.lint.rule.workload;

import dev.mayfly.kubernetes.LabelSelector;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.ResourceRule;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;

/** A workload's selector does not match its own pods. */
public final class SelectorMismatch implements ResourceRule {
  @Override
  public void check(Corpus corpus, Resource resource, Findings out) {
    if (!resource.type().group().equals("apps")
        || corpus.mayChange(resource, "commonLabels", "labels")) {
      return;
    }
    Node labels = resource.at("spec", "template", "metadata", "labels");
    for (MapNode.Entry wanted : new LabelSelector(resource.at("spec", "selector")).labels()) {
      String value = labels == null ? "" : labels.textOrEmpty(wanted.key().text());
      String text = NodeValues.text(wanted.value());
      if (!text.equals(value) && !TemplateText.isTemplated(text + value)) {
        String key = wanted.key().text();
        String has = value.isEmpty() ? "no `" + key + "`" : "`" + key + ": " + value + "`";
        out.add(wanted.value(), "it selects `" + key + ": " + text + "`, and the pods have " + has);
      }
    }
  }
}
