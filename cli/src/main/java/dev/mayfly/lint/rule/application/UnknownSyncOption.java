package dev.mayfly.lint.rule.application;

import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.Fields;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A sync option that Argo CD does not know. */
public final class UnknownSyncOption implements ApplicationRule {
  @Override
  public void check(ApplicationView application, Findings out) {
    for (ScalarNode option : Fields.texts(application.at("spec", "syncPolicy", "syncOptions"))) {
      String text = option.text();
      if (!KNOWN.contains(text) && !TemplateText.isTemplated(text)) {
        List<Edit> fix =
            KNOWN.stream()
                .filter(it -> it.equalsIgnoreCase(text.replace(" ", "")))
                .findFirst()
                .map(it -> Edit.replace(option.location(), it))
                .orElse(List.of());
        out.add(option, "`" + text + "` is no sync option; " + NearMiss.hint(text, KNOWN), fix);
      }
    }
  }

  /** Argo CD docs, Sync Options; those that only annotations of resources can carry are left in. */
  private static final Set<String> KNOWN =
      new TreeSet<>(
          Set.of(
              "CreateNamespace=true",
              "CreateNamespace=false",
              "Prune=true",
              "Prune=false",
              "Prune=confirm",
              "Delete=true",
              "Delete=false",
              "Delete=confirm",
              "PruneLast=true",
              "PruneLast=false",
              "PrunePropagationPolicy=foreground",
              "PrunePropagationPolicy=background",
              "PrunePropagationPolicy=orphan",
              "Validate=true",
              "Validate=false",
              "SkipDryRunOnMissingResource=true",
              "SkipDryRunOnMissingResource=false",
              "ApplyOutOfSyncOnly=true",
              "ApplyOutOfSyncOnly=false",
              "Replace=true",
              "Replace=false",
              "Force=true",
              "Force=false",
              "ServerSideApply=true",
              "ServerSideApply=false",
              "FailOnSharedResource=true",
              "FailOnSharedResource=false",
              "RespectIgnoreDifferences=true",
              "RespectIgnoreDifferences=false",
              "ClientSideApplyMigration=true",
              "ClientSideApplyMigration=false"));
}
