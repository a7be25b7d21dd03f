package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.SyncOption;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.lint.view.RivalRule;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Previews share the namespace of something that is no preview. */
public final class NamespaceInUse implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus, out.settings().checkout());
    Map<String, Resource> owners = new HashMap<>();
    List<ApplicationView> previews = new ArrayList<>();
    for (Resource resource : corpus.resources()) {
      for (ApplicationView application : ApplicationView.of(resource)) {
        if (application.isPreview()) {
          if (!SystemNamespace.isAppOfApps(application)) {
            previews.add(application);
          }
        } else {
          owners.putIfAbsent(application.destination(), resource);
        }
      }
    }
    for (ApplicationView preview : previews) {
      Node namespace = preview.at("spec", "destination", "namespace");
      Resource owner = owners.get(preview.destination());
      boolean guarded = preview.syncOptions().isOn(SyncOption.FAIL_ON_SHARED_RESOURCE);
      boolean fixed = !TemplateText.isTemplated(preview.destination());
      if (namespace != null && NodeValues.isSet(namespace) && fixed && owner != null && !guarded) {
        String message =
            "`" + NodeValues.text(namespace) + "` is also the namespace of " + owner.title();
        boolean certain = together.of(preview.resource(), owner) == Meeting.CERTAIN;
        out.about(preview.resource()).addIf(certain, namespace, message, RivalRule.SETTLED);
      }
    }
  }
}
