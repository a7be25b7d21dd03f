package dev.mayfly.change;

import java.util.Comparator;

/**
 * One object that is rendered.
 *
 * @param owner the app whose every preview has it; empty for what admins apply
 * @param apiGroup empty for the core group
 * @param namespace empty where none is written
 */
public record RenderedObject(
    String owner, String apiGroup, String kind, String namespace, String name)
    implements Comparable<RenderedObject> {
  private static final Comparator<RenderedObject> ORDER =
      Comparator.comparing(RenderedObject::owner)
          .thenComparing(RenderedObject::kind)
          .thenComparing(RenderedObject::apiGroup)
          .thenComparing(RenderedObject::namespace)
          .thenComparing(RenderedObject::name);

  @Override
  public int compareTo(RenderedObject other) {
    return ORDER.compare(this, other);
  }

  /** As people name it: {@code Deployment pr-7-shop/web}. */
  public String shown() {
    return kind + " " + (namespace.isEmpty() ? "" : namespace + "/") + name;
  }
}
