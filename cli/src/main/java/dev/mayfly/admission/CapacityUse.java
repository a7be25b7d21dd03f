package dev.mayfly.admission;

import dev.mayfly.kubernetes.Amounts;
import dev.mayfly.manifest.ExtraShares;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.App;
import dev.mayfly.platform.Platform;
import dev.mayfly.platform.PreviewShares;
import dev.mayfly.preview.PreviewId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a preview adds to what others hold already, against the capacity of the platform. What is
 * known is counted, not the quota: that bounds the one preview that goes astray.
 *
 * @param others how many previews hold a place besides
 */
public record CapacityUse(
    PreviewId id, PreviewShares own, int others, Amounts held, Platform platform) {
  public static final List<String> RESOURCES = List.of("memory", "cpu");

  /**
   * The use with a preview that is yet to come.
   *
   * @param holders the previews that hold a place; this one is not counted twice
   */
  public static CapacityUse of(
      Platform platform,
      Templates templates,
      App app,
      PreviewId id,
      Collection<PreviewId> holders) {
    List<PreviewId> others = new ArrayList<>(holders);
    others.remove(id);
    return new CapacityUse(
        id,
        ExtraShares.of(platform, templates, app),
        others.size(),
        of(platform, templates, others),
        platform);
  }

  /** What some previews request together; those of apps that are gone request nothing. */
  public static Amounts of(Platform platform, Templates templates, Collection<PreviewId> previews) {
    Amounts sum = Amounts.NONE;
    Map<String, Amounts> each = new HashMap<>();
    for (PreviewId preview : previews) {
      Optional<App> app = platform.app(preview.app());
      if (app.isPresent()) {
        sum =
            sum.plus(
                each.computeIfAbsent(
                    preview.app(), name -> ExtraShares.of(platform, templates, app.get()).total()));
      }
    }
    return sum;
  }

  public Amounts total() {
    return held.plus(own.total());
  }

  public boolean fits() {
    return RESOURCES.stream().noneMatch(this::exceeds);
  }

  boolean exceeds(String resource) {
    return platform
        .capacity()
        .of(resource)
        .filter(total().request(resource)::isMoreThan)
        .isPresent();
  }

  /** The sum as a sentence has it. */
  String sum(String resource) {
    return "%s: %s for others and %s for this one (%s), of %s"
        .formatted(
            resource,
            held.request(resource),
            own.total().request(resource),
            own.sum(resource),
            platform.capacity().of(resource).orElse("any"));
  }
}
