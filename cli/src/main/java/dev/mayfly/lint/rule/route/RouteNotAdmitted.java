package dev.mayfly.lint.rule.route;

import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.yaml.Node;
import java.util.Optional;

/** A listener does not admit routes of the preview's namespace. */
public final class RouteNotAdmitted implements AttachmentRule {
  @Override
  public void check(Corpus corpus, Attachment attachment, Findings out) {
    Resource route = attachment.route();
    Optional<String> other =
        attachment.gateway().map(Resource::namespace).filter(it -> !it.equals(route.namespace()));
    boolean placed = !route.namespace().isEmpty() && !corpus.mayChange(route, "namespace");
    String from =
        attachment
            .listener()
            .map(it -> Fields.text(it.at("allowedRoutes", "namespaces", "from")))
            .orElse("All");
    if (other.isPresent() && placed && (from.isEmpty() || from.equals("Same"))) {
      Node name = attachment.parent().get("name");
      out.add(
          name == null ? attachment.parent() : name,
          "it admits routes of `%s` only, and this one lies in `%s`"
              .formatted(other.get(), route.namespace()));
    }
  }
}
