package dev.mayfly.lint.rule.overlay;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Kustomization;
import dev.mayfly.lint.RelativePath;
import dev.mayfly.lint.view.TemplateText;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.regex.Pattern;

/** A kustomization names a file that is not there. */
public final class MissingFile implements CorpusRule {
  private static final GroupKind PLUGIN = new GroupKind("argoproj.io", "ConfigManagementPlugin");

  private static final Pattern MANIFEST = Pattern.compile("[^\\n]*\\.(?:ya?ml|json)");

  /** Folders that some script copies and completes. */
  private static final Pattern FORMS =
      Pattern.compile("(?:^|/)(?:[\\w.-]*-)?(?:templates?|skeletons?|scaffold(?:s|ing)?)(?:/|$)");

  /** What stands between a name and its ending where a program decrypts or fills in the file. */
  private static final String MADE_FROM =
      "\\.(?:enc|encrypted|sops|example|sample|dist|template|tmpl|tpl)\\.";

  @Override
  public void check(Corpus corpus, Findings out) {
    for (Kustomization kustomization : corpus.kustomizations()) {
      for (ScalarNode entry :
          kustomization.texts("resources", "components", "patchesStrategicMerge")) {
        check(corpus, kustomization, entry, out);
      }
      for (Node patch : kustomization.patches()) {
        if (patch.at("path") instanceof ScalarNode path) {
          check(corpus, kustomization, path, out);
        }
      }
    }
  }

  private static void check(
      Corpus corpus, Kustomization kustomization, ScalarNode entry, Findings out) {
    String text = entry.text();
    String path = RelativePath.resolve(kustomization.directory(), text);
    boolean local =
        MANIFEST.matcher(text).matches()
            && !Kustomization.isRemote(text)
            && !TemplateText.isTemplated(text)
            && !path.startsWith("..");
    if (!local || corpus.paths().contains(path)) {
      return;
    }
    String message = "`" + path + "` is missing";
    String chart = RelativePath.resolve(kustomization.directory(), "Chart.yaml");
    if (corpus.paths().contains(chart) || !corpus.of(PLUGIN).isEmpty()) {
      out.unverifiable(entry, message, "a plugin may make it, as from a chart");
    } else if (corpus.paths().stream().anyMatch(it -> isOrigin(it, path))) {
      out.unverifiable(entry, message, "the file beside it may be made into it");
    } else if (FORMS.matcher(kustomization.directory()).find()) {
      out.unverifiable(entry, message, "what copies this folder may make it");
    } else if (!isLooked(corpus, kustomization.directory(), RelativePath.parent(path))) {
      out.unverifiable(
          entry, "`" + path + "` is not in what was linted", "lint that folder as well");
    } else {
      out.add(entry, message);
    }
  }

  private static boolean isOrigin(String file, String path) {
    return file.startsWith(path + ".")
        || (file.contains(".") && file.replaceFirst(MADE_FROM, ".").equals(path));
  }

  /** Whether the folder is one of those that were read. */
  private static boolean isLooked(Corpus corpus, String directory, String folder) {
    return RelativePath.isWithin(directory, folder)
        || corpus.paths().stream().anyMatch(it -> RelativePath.isWithin(folder, it));
  }
}
