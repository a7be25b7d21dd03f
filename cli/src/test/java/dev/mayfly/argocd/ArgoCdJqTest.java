package dev.mayfly.argocd;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.argocd.gotemplate.GoYaml;
import dev.mayfly.argocd.jq.JqDeletion;
import dev.mayfly.argocd.jq.JqStop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * What gojq 0.12.19 deletes with the expressions of {@code jqPathExpressions}, called as Argo CD
 * 3.5.1 calls it: the same here, or refused with a reason.
 */
class ArgoCdJqTest {
  @Test
  void theSameGoesFromAnApplication() {
    ArgoCdAnswers answers = new ArgoCdAnswers("jq");
    JsonNode corpus = answers.read();
    List<GoValue.Entries> documents = new ArrayList<>();
    corpus
        .get("documents")
        .forEach(it -> documents.add((GoValue.Entries) GoYaml.value(ArgoCdAnswers.node(it))));
    int refusedOfDecided = 0;
    for (JsonNode one : corpus.get("cases")) {
      GoValue.Entries document = documents.get(one.get("document").asInt());
      GoValue theirs =
          one.has("left") ? GoYaml.value(ArgoCdAnswers.node(one.get("left"))) : document;
      String expression = one.get("expression").asString();
      GoValue ours = document;
      try {
        for (List<String> path : JqDeletion.paths(expression, document)) {
          ours = ValuePaths.without(ours, path);
        }
        if (ours.equals(theirs) && !one.has("malformed")) {
          answers.agreed();
        } else {
          answers.different(expression + "\n  theirs " + theirs + "\n  ours   " + ours);
        }
      } catch (JqStop stop) {
        answers.refused(stop.of(expression).reason());
        refusedOfDecided += one.has("left") ? 1 : 0;
      }
    }
    answers.print();
    assertThat(answers.differences()).isEmpty();
    assertThat(answers.agreements()).isGreaterThanOrEqualTo(365);
    assertThat(refusedOfDecided).isLessThanOrEqualTo(54);
  }
}
