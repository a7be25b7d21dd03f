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
      String app = record.textOrEmpty("spec", "app");
      String number = record.textOrEmpty("spec", "pr", "number");
      String key = String.join(" ", record.textOrEmpty("spec", "platform"), app, number);
      Resource other = first.putIfAbsent(key, record);
      if (other != null) {
        out.about(record)
            .add(
                record.subject(),
                "pull request %s of `%s` is also described in %s"
                    .formatted(number, app, other.file()));
      }
    }
  }

  /** The git generator finds records by the name of their file. */
  private static boolean isRead(Resource record) {
    return record.file().endsWith("/preview.yaml") || record.file().equals("preview.yaml");
  }
}
