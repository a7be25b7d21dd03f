package dev.mayfly.lint.rule.route;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** A route names a listener that its Gateway does not have. */
public final class UnknownListener implements AttachmentRule {
  @Override
  public void check(Corpus corpus, Attachment attachment, Findings out) {
    Node section = attachment.parent().get("sectionName");
    if (section != null && attachment.gateway().isPresent() && attachment.listener().isEmpty()) {
      List<String> names =
          attachment.gateway().get().mapsAt("spec", "listeners").stream()
              .map(it -> it.textOrEmpty("name"))
              .toList();
      String name = NodeValues.text(section);
      out.add(section, "no listener `" + name + "`; " + NearMiss.hint(name, names));
    }
  }
}
