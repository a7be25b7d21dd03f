package dev.mayfly.lint.rule.ownership;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.yaml.NodeValues;
import dev.mayfly.yaml.ReadingFault;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A record from which no overlay can be rendered again. */
public final class InvalidRecord implements DocumentRule {
  @Override
  public void check(Resource resource, Findings out) {
    if (out.settings().unchanged().contains(resource.file())) {
      return; // Its overlay was rendered from it just now.
    }
    byte[] bytes = resource.root().location().source().text().getBytes(StandardCharsets.UTF_8);
    try {
      Recorded.read(resource.file(), bytes);
    } catch (ProblemsException e) {
      Set<String> others = ofOtherRules(resource);
      for (Problem problem : e.problems()) {
        boolean known =
            ReadingFault.DUPLICATE_KEY.isIn(problem)
                || others.contains(String.valueOf(problem.location()));
        if (!known) {
          out.add(problem, resource.root());
        }
      }
    }
  }

  /** The values that {@code record-keys} judges, with words of its own. */
  private static Set<String> ofOtherRules(Resource record) {
    return Stream.concat(
            Stream.of("number", "headSha").map(it -> record.at("spec", "pr", it)),
            NodeValues.entries(record.at("spec", "images")).stream()
                .map(it -> it.value().at("digest")))
        .flatMap(Stream::ofNullable)
        .map(it -> it.location().toString())
        .collect(Collectors.toSet());
  }
}
