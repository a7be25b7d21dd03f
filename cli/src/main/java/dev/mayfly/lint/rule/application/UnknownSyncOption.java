package dev.mayfly.lint.rule.application;

import dev.mayfly.argocd.ArgoMetadata;
import dev.mayfly.argocd.SyncOptions;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Edit;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.platform.Targets;
import dev.mayfly.yaml.ScalarNode;
import java.util.List;
import java.util.regex.Pattern;

/** A sync option that Argo CD does not know. */
public final class UnknownSyncOption implements DocumentRule {
  private static final Pattern OF_OBJECTS = Pattern.compile("(Prune|Delete)=\\w+");
  private static final ReleaseLine OF_ALL = new ReleaseLine(3, 4);

  @Override
  public void check(Resource resource, Findings out) {
    for (ApplicationView application : ApplicationView.of(resource)) {
      for (ScalarNode option : application.syncOptions().written()) {
        check(option, option.text(), true, out);
        checkRelease(option, out);
      }
    }
    if (resource.at("metadata", "annotations", ArgoMetadata.SYNC_OPTIONS)
        instanceof ScalarNode annotation) {
      String[] options = annotation.text().split(",", -1);
      for (String option : options) {
        check(annotation, option.strip(), options.length == 1, out);
      }
    }
  }

  /**
   * Argo CD reads these of an Application since 3.4, before that of single objects only ({@code
   * SyncOptions.GetOptionValue} is in v3.4.0 and not in v3.3.0).
   */
  private static void checkRelease(ScalarNode option, Findings out) {
    ReleaseLine target = out.targets().argocd();
    if (OF_OBJECTS.matcher(option.text()).matches() && target.compareTo(OF_ALL) < 0) {
      out.add(
          Targets.Part.ARGOCD,
          option,
          "`%s` counts for a whole Application from %s, and the target is %s"
              .formatted(option.text(), OF_ALL, target));
    }
  }

  private static void check(ScalarNode at, String text, boolean whole, Findings out) {
    if (SyncOptions.KNOWN.contains(text) || TemplateText.isTemplated(text)) {
      return;
    }
    List<Edit> fix =
        SyncOptions.KNOWN.stream()
            .filter(it -> whole && it.equalsIgnoreCase(text.replace(" ", "")))
            .findFirst()
            .map(it -> Edit.replace(at.location(), it))
            .orElse(List.of());
    out.add(at, "`" + text + "` is unknown; " + NearMiss.hint(text, SyncOptions.KNOWN), fix);
  }
}
