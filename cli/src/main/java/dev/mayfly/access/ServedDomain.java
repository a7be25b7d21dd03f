package dev.mayfly.access;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where previews have their hosts.
 *
 * @param name previews are served one label below it
 * @param wildcards domains below it, one label below which previews are served too
 * @param deeper whether each host has a certificate of its own, so that any depth is served
 */
public record ServedDomain(String name, List<String> wildcards, boolean deeper) {
  private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

  public ServedDomain {
    wildcards = List.copyOf(wildcards);
  }

  /** The domain and all below which a host by chance is one label away. */
  List<String> parents() {
    return Stream.concat(Stream.of(name), wildcards.stream()).distinct().toList();
  }

  /** True for a name that a preview could have; a wildcard covers exactly one label. */
  boolean covers(String host) {
    String text = host.toLowerCase(Locale.ROOT);
    if (!text.matches(LABEL + "(\\." + LABEL + ")*") || !text.endsWith("." + name)) {
      return false;
    }
    return deeper || parents().contains(parent(text));
  }

  /** What is left of a host without its first label. */
  static String parent(String host) {
    return host.substring(host.indexOf('.') + 1);
  }

  String words() {
    return parents().stream().map(parent -> "*." + parent).collect(Collectors.joining(", "));
  }
}
