package dev.mayfly.lint.rule.overlay;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import java.util.HashMap;
import java.util.Map;

/** Two records describe the same preview. */
public final class RecordTwice implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    Map<String, Resource> first = new HashMap<>();
    for (Resource record : corpus.of(GroupKind.PREVIEW)) {
      if (!isRead(record)) {
        continue;
      }
      String key =
          record.textOrEmpty("spec", "platform")
              + " "
              + record.textOrEmpty("spec", "app")
              + " "
              + record.textOrEmpty("spec", "pr", "number");
      Resource other = first.putIfAbsent(key, record);
      if (other != null) {
        out.about(record)
            .add(
                record.subject(),
                "pull request %s of `%s` is also described in %s"
                    .formatted(
                        record.textOrEmpty("spec", "pr", "number"),
                        record.textOrEmpty("spec", "app"),
                        other.file()));
      }
    }
  }

  /** The git generator finds records by the name of their file. */
  private static boolean isRead(Resource record) {
    return record.file().endsWith("/preview.yaml") || record.file().equals("preview.yaml");
  }
}
