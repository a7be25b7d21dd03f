package dev.mayfly.admission;

import dev.mayfly.platform.Platform;
import dev.mayfly.preview.PreviewId;
import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the limit counts: previews, and of those that share an environment one. */
public final class Places {
  private Places() {}

  /** The place that a preview takes, alone or with others. */
  public static PreviewId of(Platform platform, PreviewId id) {
    return new PreviewId(platform.place(id.app()), id.number());
  }

  /** The places that some previews take. */
  public static SortedSet<PreviewId> of(Platform platform, Collection<PreviewId> previews) {
    SortedSet<PreviewId> places = new TreeSet<>();
    previews.forEach(id -> places.add(of(platform, id)));
    return places;
  }
}
