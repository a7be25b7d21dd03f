package dev.mayfly.lint.view;

import dev.mayfly.kubernetes.GroupKind;
import dev.mayfly.lint.Corpus;
import dev.mayfly.lint.CorpusRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.lint.view.AppliedTogether.Meeting;
import dev.mayfly.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A rule about two Applications that claim one thing, where both reach one Argo CD. */
public interface RivalRule extends CorpusRule {
  String SETTLED = "lint them together with the kustomization or Application that applies both";

  /**
   * @param key what only one may have
   * @param at where to point when another has it too
   */
  record Claim(String key, Node at) {}

  /** What an Application claims, or a set for those it generates; none that is filled in later. */
  List<Claim> claims(Corpus corpus, Resource application);

  /** What to say of the later one; empty where the two do not get in each other's way. */
  String message(Claim claim, Resource application, Resource other);

  @Override
  default void check(Corpus corpus, Findings out) {
    AppliedTogether together = new AppliedTogether(corpus, out.settings().checkout());
    Map<String, List<Resource>> holders = new HashMap<>();
    List<Resource> all = new ArrayList<>(corpus.of(GroupKind.APPLICATION));
    all.addAll(corpus.of(GroupKind.APPLICATION_SET));
    for (Resource application : all) {
      for (Claim claim : claims(corpus, application)) {
        List<Resource> others = holders.computeIfAbsent(claim.key(), key -> new ArrayList<>());
        out.about(application);
        for (Meeting meeting : List.of(Meeting.CERTAIN, Meeting.POSSIBLE)) {
          Optional<String> message =
              others.stream()
                  .filter(other -> together.of(application, other) == meeting)
                  .map(other -> message(claim, application, other))
                  .filter(it -> !it.isEmpty())
                  .findFirst();
          if (message.isPresent() && meeting == Meeting.CERTAIN) {
            out.add(claim.at(), message.get());
            break;
          }
          message.ifPresent(it -> out.unverifiable(claim.at(), it, SETTLED));
        }
        others.add(application);
      }
    }
  }
}
