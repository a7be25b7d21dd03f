package dev.mayfly.change;

import dev.mayfly.argocd.ProjectGrants;
import dev.mayfly.delivery.Policy;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.preview.PreviewFolders;
import dev.mayfly.review.Rerendering;
import dev.mayfly.yaml.Budget;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.YamlReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a change of the platform or its templates does, beside the previews that are committed.
 *
 * @param permissions what the AppProjects permit more or less
 * @param settings what {@code mayfly.yaml} says and did not say, also where nothing rendered shows
 *     it; none where there was no platform
 * @param stale the folders of previews that have to be rendered anew
 * @param before everything that was rendered, by path
 * @param after everything that is rendered now
 */
public record PolicyChange(
    List<Difference<String>> permissions,
    List<Difference<Setting>> settings,
    List<Difference<RenderedObject>> objects,
    SortedSet<String> stale,
    List<Cost> costs,
    SortedMap<String, String> before,
    SortedMap<String, String> after) {

  /**
   * Renders both.
   *
   * @param base empty where there was no platform
   * @param committed the files of the previews that are there
   * @throws ProblemsException (rendering) when one of them cannot be rendered
   */
  public static PolicyChange of(
      Optional<Policy> base, Policy head, SortedMap<String, byte[]> committed) {
    Optional<Rerendering> old = base.map(policy -> rendered(policy, committed));
    Rerendering fresh = rendered(head, committed);
    SortedMap<String, String> before = old.map(Rerendering::files).orElseGet(TreeMap::new);
    SortedMap<RenderedObject, String> objects =
        base.isPresent() && old.isPresent()
            ? RenderedObjects.of(base.get(), old.get())
            : new TreeMap<>();
    return new PolicyChange(
        Difference.between(grants(before), grants(fresh.files())),
        base.map(policy -> settings(policy, head)).orElse(List.of()),
        Difference.between(objects, RenderedObjects.of(head, fresh)),
        base.isPresent() ? stale(before, fresh.files()) : new TreeSet<>(),
        Cost.between(base.map(Policy::platform), head.platform()),
        before,
        fresh.files());
  }

  private static Rerendering rendered(Policy policy, SortedMap<String, byte[]> committed) {
    Rerendering rendering = Rerendering.of(policy, committed);
    if (!rendering.problems().isEmpty()) {
      throw new ProblemsException(Fault.RENDERING, rendering.problems());
    }
    return rendering;
  }

  private static List<Difference<Setting>> settings(Policy base, Policy head) {
    return Difference.between(Setting.of(base.loaded()), Setting.of(head.loaded()));
  }

  private static SortedMap<String, Boolean> grants(SortedMap<String, String> files) {
    SortedMap<String, Boolean> grants = new TreeMap<>();
    files.forEach((path, text) -> {
      if (path.startsWith("platform/")) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (Node document : new YamlReader(Budget.LINT).read(path, bytes).documents()) {
          ProjectGrants.of(document).forEach(grant -> grants.put(grant, true));
        }
      }
    });
    return grants;
  }

  /** An overlay holds what its policy makes of its record, so two policies tell it apart. */
  private static SortedSet<String> stale(
      SortedMap<String, String> before, SortedMap<String, String> after) {
    SortedSet<String> folders = new TreeSet<>();
    for (Difference<String> difference : Difference.between(before, after)) {
      PreviewFolders.holding(difference.what())
          .ifPresent(folder -> folders.add(folder.substring(PreviewFolders.ROOT.length() + 1)));
    }
    return folders;
  }
}
