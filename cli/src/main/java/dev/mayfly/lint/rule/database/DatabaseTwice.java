package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two objects claim one database or role. */
public final class DatabaseTwice implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    Map<String, Resource> first = new HashMap<>();
    for (GroupKind kind : List.of(GroupKind.DATABASE, GroupKind.DATABASE_ROLE)) {
      for (Resource resource : corpus.of(kind)) {
        Node name = resource.at("spec", "name");
        String cluster = resource.textOrEmpty("spec", "cluster", "name");
        String key =
            String.join(" ", kind.kind(), resource.namespace(), cluster, NodeValues.text(name));
        boolean fixed = !TemplateText.isTemplated(key) && !corpus.mayChange(resource, "namespace");
        Resource other = fixed ? first.putIfAbsent(key, resource) : null;
        if (name != null && other != null && !other.name().equals(resource.name())) {
          out.about(resource)
              .add(name, "`" + NodeValues.text(name) + "` is also claimed by " + other.title());
        }
      }
    }
  }
}
