package dev.mayfly.lint.rule.workload;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.ApplicationView;
import dev.mayfly.lint.view.AppliedTogether;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.NodeValues;
import java.util.List;
import java.util.Set;

/** A workload states the number of pods that an autoscaler decides. */
public final class ScaledReplicas implements CorpusRule {
  private static final List<GroupKind> SCALERS =
      List.of(
          new GroupKind("autoscaling", "HorizontalPodAutoscaler"),
          new GroupKind("keda.sh", "ScaledObject"));
  private static final Set<String> SCALED = Set.of("Deployment", "StatefulSet");

  @Override
  public void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus, out.settings().checkout());
    boolean ignored = isIgnored(corpus);
    for (GroupKind kind : SCALERS) {
      for (Resource scaler : ignored ? List.<Resource>of() : corpus.of(kind)) {
        String target = scaler.textOrEmpty("spec", "scaleTargetRef", "kind");
        String wanted = target.isEmpty() ? "Deployment" : target;
        GroupKind workload = new GroupKind("apps", wanted);
        String name = scaler.textOrEmpty("spec", "scaleTargetRef", "name");
        if (SCALED.contains(wanted)) {
          corpus
              .find(workload, scaler.namespace(), name)
              .filter(it -> together.of(scaler, it) == Meeting.CERTAIN)
              .ifPresent(it -> check(corpus, it, scaler, out.about(it)));
        }
      }
    }
  }

  private static void check(Corpus corpus, Resource workload, Resource scaler, Findings out) {
    Node replicas = workload.at("spec", "replicas");
    if (replicas != null && !corpus.mayChange(workload, "replicas")) {
      out.add(replicas, "every sync sets what " + scaler.title() + " decides");
    }
  }

  /** Whether some Application leaves the number of replicas alone. */
  private static boolean isIgnored(Corpus corpus) {
    return ApplicationView.all(corpus)
        .flatMap(it -> NodeValues.scalars(it.at("spec", "ignoreDifferences")).stream())
        .anyMatch(it -> it.text().contains("replicas") || it.text().contains("kube-controller"));
  }
}
