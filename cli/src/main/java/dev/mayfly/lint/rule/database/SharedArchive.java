package dev.mayfly.lint.rule.database;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.rule.database.Archives.Archive;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.lint.view.TemplateText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A cluster archives where another archive lies already. The operator refuses to begin
 * (CloudNativePG 1.30, {@code docs/src/recovery.md}: "Expected empty archive").
 */
public final class SharedArchive implements CorpusRule {
  @Override
  public void check(Corpus corpus, Findings out) {
    Archives archives = new Archives(corpus);
    AppliedTogether together = new AppliedTogether(corpus, out.settings().checkout());
    Map<String, List<Resource>> holders = new HashMap<>();
    for (Resource cluster : corpus.of(GroupKind.CLUSTER)) {
      boolean renamed = corpus.mayChange(cluster, "namePrefix", "nameSuffix", "namespace");
      for (Archive written : renamed ? List.<Archive>of() : archives.written(cluster)) {
        if (TemplateText.isTemplated(written.place())) {
          continue;
        }
        out.about(cluster);
        archives.read(cluster).stream()
            .filter(it -> it.place().equals(written.place()))
            .findFirst()
            .ifPresent(it ->
                out.add(written.at(), "`" + it.name() + "` is what the cluster is restored from"));
        List<Resource> others = holders.computeIfAbsent(written.place(), key -> new ArrayList<>());
        others.stream()
            .filter(it -> !isSame(it, cluster))
            .findFirst()
            .ifPresent(it -> report(together, it, cluster, written, out));
        others.add(cluster);
      }
    }
  }

  /** One cluster, written down for several places or in several variants. */
  private static boolean isSame(Resource one, Resource other) {
    return one.name().equals(other.name()) && one.namespace().equals(other.namespace());
  }

  private static void report(
      AppliedTogether together, Resource other, Resource cluster, Archive written, Findings out) {
    String message = "`%s` is also the archive of %s".formatted(written.name(), other.title());
    out.addIf(
        together.of(other, cluster) == Meeting.CERTAIN,
        written.at(),
        message,
        "this fails unless only one of them ever runs on this store");
  }
}
