package dev.mayfly.review;

import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.SamplePreview;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.preview.PreviewFolders;
import java.util.ArrayList;
import java.util.List;
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

  /** Renders all that can be rendered beside the overlays that are there. */
  public static Rerendering of(Policy policy, SortedMap<String, byte[]> committed) {
    return of(RenderedPreviews.of(policy, committed));
  }

  /**
   * The same where the overlays are rendered already. A record that cannot be read is left out: who
   * judges records says so.
   */
  public static Rerendering of(RenderedPreviews previews) {
    Rerendering made =
        new Rerendering(new TreeMap<>(), new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
    Policy policy = previews.policy();
    try {
      made.files.putAll(PlatformSet.files(policy.loaded(), previews.live(), policy.templates()));
      if (policy.platform().gitops().isGenerator()) {
        policy.loaded().blueprints().forEach(blueprint -> made.bindChart(policy, blueprint));
      } else {
        previews.all().forEach(made::add);
      }
    } catch (ProblemsException e) {
      made.problems.addAll(e.problems());
    }
    return made;
  }

  private void add(RenderedPreview preview) {
    if (preview.record().isEmpty()) {
      return;
    }
    problems.addAll(preview.problems());
    if (preview.overlay().isEmpty()) {
      orphans.addAll(preview.problems());
    }
    if (preview.problems().isEmpty()) {
      preview.files().forEach((name, text) -> files.put(preview.place() + "/" + name, text));
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
