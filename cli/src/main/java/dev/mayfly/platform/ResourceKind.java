package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;

/** A Kubernetes group and kind; the core group is the empty string. */
public record ResourceKind(String group, String kind) implements Comparable<ResourceKind> {
  static ResourceKind read(Fields kind) {
    return new ResourceKind(kind.text("group", Syntaxes.GROUP), kind.text("kind", Syntaxes.KIND));
  }

  @Override
  public int compareTo(ResourceKind other) {
    int byGroup = group.compareTo(other.group);
    return byGroup != 0 ? byGroup : kind.compareTo(other.kind);
  }

  @Override
  public String toString() {
    return group.isEmpty() ? kind : group + "/" + kind;
  }
}
