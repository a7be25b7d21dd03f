package dev.mayfly.platform;

import dev.mayfly.diagnostic.Problems;
import dev.mayfly.template.Text;
import dev.mayfly.yaml.ScalarNode;

/**
 * Hosts below the domain of a platform that has one. A wildcard of a certificate covers one label
 * (RFC 6125, section 6.4.3), and so does one of Cloudflare Access.
 */
record HostNames(Exposure exposure, Problems problems) {
  Text host(Text label) {
    return label.plus("." + domain());
  }

  /** Whether its labels are as many as they may be; says so where they are not. */
  boolean fits(Text label, ScalarNode pattern) {
    String below = "." + domain();
    if (label.toString().endsWith(below)) {
      problems.error(
          "host-with-domain",
          pattern.location(),
          "the host `" + label + "` has the domain in it, which is put behind it",
          "leave out `" + below + "`");
      return false;
    }
    if (!isDeep(label)) {
      return true;
    }
    if (isCovered(label)) {
      boolean guarded = exposure.access() instanceof Access.Cloudflare;
      if (guarded) {
        problems.error(
            "host-beyond-access",
            pattern.location(),
            "the host `"
                + label
                + "` has a dot, and Access guards hosts one label below `"
                + domain()
                + "`",
            "use a hyphen");
      }
      return !guarded;
    }
    problems.error(
        "host-of-two-labels",
        pattern.location(),
        "the host `"
            + label
            + "` has a dot: it would be more than one label below `"
            + domain()
            + "`",
        "TLS and Access wildcards cover one label only; use a hyphen");
    return false;
  }

  /** What of a host is held to {@link #limit}. */
  Text checked(Text label) {
    return isDeep(label) ? host(label) : label;
  }

  NameLimit limit(Text label) {
    return isDeep(label) ? NameLimit.HOST : NameLimit.HOST_LABEL;
  }

  private boolean isCovered(Text label) {
    String host = host(label).toString();
    return exposure.issuesForEachHost()
        || exposure.wildcards().contains(host.substring(host.indexOf('.') + 1));
  }

  private static boolean isDeep(Text label) {
    return label.toString().contains(".");
  }

  private String domain() {
    return exposure.domain().orElse("");
  }
}
