package dev.mayfly.lint.rule.admission;

import java.util.Set;
import java.util.TreeSet;

/**
 * What expressions of an admission policy find (Kubernetes docs, "Validating Admission Policy" and
 * "Common Expression Language in Kubernetes"; CEL language definition, "Standard definitions").
 */
final class Functions {
  /** Variables, and the words that stand before functions and types. */
  static final Set<String> GIVEN =
      words(
          "object oldObject request params namespaceObject authorizer variables",
          "base64 cidr format ip jsonpatch math optional semver sets strings Object JSONPatch",
          "bool bytes double dyn int list map null_type string type uint google kubernetes net");

  static final Set<String> KNOWN =
      words(
          // The language and its macros.
          "all bool bytes cel contains double duration dyn endsWith exists existsOne exists_one",
          "filter getDate getDayOfMonth getDayOfWeek getDayOfYear getFullYear getHours",
          "getMilliseconds getMinutes getMonth getSeconds has int map matches size startsWith",
          "string timestamp transformList transformMap transformMapEntry type uint",
          // Optionals.
          "first hasValue last none of ofNonZeroValue optFlatMap optMap or orValue unwrap",
          "unwrapOpt value",
          // Texts, lists, sets, patterns.
          "charAt find findAll flatten format indexOf intersects isSorted join lastIndexOf",
          "lowerAscii max min quote range replace reverse slice sort sortBy split substring sum",
          "trim upperAscii distinct equivalent decode encode",
          // Addresses.
          "cidr containsCIDR containsIP family getEscapedPath getHost getHostname getPort getQuery",
          "getScheme ip isCIDR isCanonical isGlobalUnicast isIP isLinkLocalMulticast",
          "isLinkLocalUnicast isLoopback isURL isUnspecified masked prefixLength url",
          // Quantities, versions, formats.
          "add asApproximateFloat asInteger compareTo isGreaterThan isInteger isLessThan",
          "isQuantity quantity sign sub isSemver major minor patch semver",
          "dns1123Label dns1123LabelPrefix dns1123Subdomain dns1123SubdomainPrefix dns1035Label",
          "dns1035LabelPrefix qualifiedName labelValue uri uuid byte date datetime named validate",
          // The authorizer, and patches.
          "allowed check error errored fieldSelector group labelSelector name namespace path reason",
          "resource serviceAccount subresource escapeKey");

  private Functions() {}

  private static Set<String> words(String... lines) {
    Set<String> words = new TreeSet<>();
    for (String line : lines) {
      words.addAll(Set.of(line.split(" ")));
    }
    return words;
  }
}
