package dev.mayfly.lint.rule.facts;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import dev.mayfly.diagnostic.Severity;
import dev.mayfly.facts.CloneJudge;
import dev.mayfly.facts.CloneMismatch;
import dev.mayfly.facts.CloneRequest;
import dev.mayfly.facts.ClusterFacts;
import dev.mayfly.facts.Judgement;
import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.kubernetes.WrittenAmounts;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.Quantities;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A rule about one mismatch: each clone of the corpus is judged by the facts of the run and by
 * those that lie among the manifests. Without facts nothing is said.
 */
abstract class FactsRule implements CorpusRule {
  private final CloneMismatch mismatch;
  private final String[] field;

  /**
   * @param field of the clone, to point at
   */
  FactsRule(CloneMismatch mismatch, String... field) {
    this.mismatch = mismatch;
    this.field = field;
  }

  @Override
  public final void check(Corpus corpus, Findings out) {
    List<ClusterFacts> known = new ArrayList<>();
    out.settings().facts().ifPresent(known::add);
    for (Resource written : corpus.of(GroupKind.CLUSTER_FACTS)) {
      Problems problems = new Problems();
      ClusterFacts facts = ClusterFacts.read(written.root(), problems);
      if (problems.isEmpty()) {
        known.add(facts);
      }
    }
    for (Resource cluster : known.isEmpty() ? List.<Resource>of() : corpus.of(GroupKind.CLUSTER)) {
      Optional<CloneRequest> clone = clone(corpus, cluster);
      if (clone.isPresent()
          && !corpus.mayChange(cluster, "namespace", "namePrefix", "nameSuffix")) {
        if (mismatch == CloneMismatch.SIZE) {
          Quantities.areRead(out.about(cluster), cluster.at("spec", "storage", "size"));
        }
        for (ClusterFacts facts : known) {
          CloneJudge.judge(clone.get(), facts).stream()
              .filter(judgement -> judgement.mismatch() == mismatch)
              .forEach(judgement -> add(cluster, judgement, out.about(cluster)));
        }
      }
    }
  }

  private void add(Resource cluster, Judgement judgement, Findings out) {
    Node at = cluster.at(field) instanceof ScalarNode value ? value : cluster.nearest(field);
    String seen = judgement.at().map(FactsRule::place).orElse("");
    switch (judgement.verdict()) {
      case REFUSED -> out.add(at, judgement.message() + seen);
      case WORRYING -> out.add(Severity.WARNING, at, judgement.message() + seen);
      case UNVERIFIABLE -> out.unverifiable(at, judgement.message(), judgement.hint());
    }
  }

  private static String place(Location at) {
    return " (%s:%s)".formatted(at.file(), at.line());
  }

  /** What a Cluster that recovers from a snapshot asks for; its Backup may stand beside it. */
  private static Optional<CloneRequest> clone(Corpus corpus, Resource cluster) {
    Node recovery = cluster.at("spec", "bootstrap", "recovery");
    Optional<String> backup = text(recovery, "backup", "name");
    Optional<String> snapshot = text(recovery, "volumeSnapshots", "storage", "name");
    if (backup.isEmpty() && snapshot.isEmpty()) {
      return Optional.empty();
    }
    Optional<Resource> own =
        backup.flatMap(name -> corpus.find(GroupKind.BACKUP, cluster.namespace(), name));
    return Optional.of(
        new CloneRequest(
            cluster.namespace(),
            own.flatMap(it -> text(it.root(), "spec", "cluster", "name")),
            backup,
            snapshot,
            WrittenAmounts.read(cluster.at("spec", "storage", "size")),
            text(cluster.root(), "spec", "storage", "storageClass"),
            CloneRequest.major(cluster.textOrEmpty("spec", "imageName")),
            cluster.at("spec", "walStorage") != null,
            Optional.empty(),
            CloneRequest.MAX_AGE_DAYS));
  }

  private static Optional<String> text(@Nullable Node node, String... path) {
    return node == null ? Optional.empty() : Optional.ofNullable(node.textAt(path));
  }
}
