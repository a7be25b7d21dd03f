package dev.mayfly.lint.rule.application;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.RivalRule;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.NodeValues;
import java.util.List;

/** Two Applications deploy the same path into the same place. */
public final class ClaimedTwice implements RivalRule {
  @Override
  public List<Claim> claims(Corpus corpus, Resource application) {
    if (!application.is(GroupKind.APPLICATION)) {
      return List.of();
    }
    ApplicationView view = ApplicationView.of(application).getFirst();
    return view.sources().stream()
        .filter(source -> !source.textOrEmpty("path").isEmpty() && source.types().isEmpty())
        .map(source ->
            new Claim(
                String.join(
                    " ", source.repository(), source.textOrEmpty("path"), view.destination()),
                source.node().orThis("path")))
        .filter(claim -> !TemplateText.isTemplated(claim.key()))
        .toList();
  }

  @Override
  public String message(Claim claim, Resource application, Resource other) {
    return other.name().equals(application.name())
        ? ""
        : "`%s` is also deployed into `%s` by %s"
            .formatted(
                NodeValues.text(claim.at()),
                application.textOrEmpty("spec", "destination", "namespace"),
                other.title());
  }
}
