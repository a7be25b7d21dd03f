package dev.mayfly.lint.rule.ownership;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.lint.DocumentRule;
import dev.mayfly.lint.Findings;
import dev.mayfly.lint.Resource;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ReadingFault;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

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
      List<Location> others = ofOtherRules(resource);
      for (Problem problem : e.problems()) {
        boolean known =
            ReadingFault.DUPLICATE_KEY.isIn(problem)
                || others.stream().anyMatch(at -> at.toString().equals(where(problem)));
        if (!known) {
          out.add(problem, resource.root());
        }
      }
    }
  }

  private static @Nullable String where(Problem problem) {
    Location location = problem.location();
    return location == null ? null : location.toString();
  }

  /** The values that {@code record-keys} judges, with words of its own. */
  private static List<Location> ofOtherRules(Resource resource) {
    List<Location> places = new ArrayList<>();
    add(resource.at("spec", "pr", "number"), places);
    add(resource.at("spec", "pr", "headSha"), places);
    if (resource.at("spec", "images") instanceof MapNode images) {
      images.entries().forEach(image -> add(image.value().at("digest"), places));
    }
    return places;
  }

  private static void add(@Nullable Node node, List<Location> places) {
    if (node != null) {
      places.add(node.location());
    }
  }
}
