package dev.mayfly.review;

import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.PreviewTree;
import dev.mayfly.manifest.Recorded;
import dev.mayfly.manifest.SamplePreview;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.workspace.PreviewsOnDisk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a policy makes of a repository now, by path from the platform's folder.
 *
 * @param files the platform set with its charts, and every overlay anew from its record
 * @param chartObjects what the charts give for the largest pull request, at the paths of their
 *     templates
 * @param problems what could not be rendered
 * @param orphans those of them whose app is gone, which the proof of the overlays says as well
 */
public record Rerendering(
    SortedMap<String, String> files,
    SortedMap<String, String> chartObjects,
    List<Problem> problems,
    List<Problem> orphans) {

  /**
   * Renders all that can be rendered. A record that cannot be read is left out: who judges records
   * says so.
   *
   * @param committed the files of the overlays that are there
   */
  public static Rerendering of(Policy policy, SortedMap<String, byte[]> committed) {
    Rerendering made =
        new Rerendering(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
    PreviewsOnDisk previews = PreviewsOnDisk.of(committed);
    try {
      made.files.putAll(PlatformSet.files(policy.loaded(), previews.live(), policy.templates()));
      if (policy.platform().gitops().isGenerator()) {
        policy.loaded().blueprints().forEach(blueprint -> made.bindChart(policy, blueprint));
        return made;
      }
    } catch (ProblemsException e) {
      made.problems.addAll(e.problems());
      return made;
    }
    PreviewTree tree = new PreviewTree(policy.loaded(), policy.templates());
    previews
        .files()
        .forEach((path, bytes) -> {
          if (path.endsWith("/" + PreviewFolders.RECORD)) {
            record(path, bytes).ifPresent(it -> made.add(policy, tree, it));
          }
        });
    made.files.putAll(tree.files());
    return made;
  }

  private void add(Policy policy, PreviewTree tree, Recorded record) {
    try {
      tree.add(record.app(), record.facts());
    } catch (ProblemsException e) {
      problems.addAll(e.problems());
      if (policy.blueprint(record.app()).isEmpty()) {
        orphans.addAll(e.problems());
      }
    }
  }

  private static Optional<Recorded> record(String path, byte[] bytes) {
    try {
      return Optional.of(Recorded.read(path, bytes));
    } catch (ProblemsException e) {
      return Optional.empty();
    }
  }

  /**
   * The chart's templates and the overlay's are the same, so binding them shows what Helm would.
   */
  private void bindChart(Policy policy, Blueprint blueprint) {
    String folder = PreviewFolders.baseline(blueprint.app().name()) + "/templates/";
    policy
        .overlay(blueprint)
        .files(SamplePreview.facts(blueprint))
        .forEach((name, text) -> {
          if (files.containsKey(folder + name)) {
            chartObjects.put(folder + name, text);
          }
        });
  }
}
