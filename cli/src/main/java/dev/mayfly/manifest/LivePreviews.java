package dev.mayfly.manifest;

import dev.mayfly.kubernetes.GroupKind;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What committed previews hold. The project must go on permitting it, whatever the platform says
 * now, or Argo CD could neither sync nor delete them.
 *
 * @param kinds the kinds of their objects
 * @param destinations the namespaces that their objects are in
 * @param namespaces the namespaces that they bring
 */
public record LivePreviews(
    SortedSet<GroupKind> kinds, SortedSet<String> destinations, SortedSet<String> namespaces) {
  public static final LivePreviews NONE = new LivePreviews(Set.of(), Set.of(), Set.of());

  public LivePreviews {
    kinds = Collections.unmodifiableSortedSet(kinds);
    destinations = Collections.unmodifiableSortedSet(destinations);
    namespaces = Collections.unmodifiableSortedSet(namespaces);
  }

  public LivePreviews(Set<GroupKind> kinds, Set<String> destinations, Set<String> namespaces) {
    this(new TreeSet<>(kinds), new TreeSet<>(destinations), new TreeSet<>(namespaces));
  }
}
