package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.util.List;
import java.util.Optional;

/** Ranges of addresses that open more than their author reads in them. */
final class TrafficLimits implements PlatformChecks.Check {
  @Override
  public void check(Platform platform, Whereabouts where, Problems problems) {
    List<Ingress> ingress = platform.namespace().ingress();
    for (int i = 0; i < ingress.size(); i++) {
      if (ingress.get(i) instanceof Ingress.FromRange(String cidr, List<Integer> unused)
          && Cidr.parse(cidr).prefix() == 0) {
        problems.error(
            "ingress-everywhere",
            where.of("namespace", "ingress", i, "cidr"),
            "`" + cidr + "` lets every pod of the cluster and everybody outside it in",
            "name the subnets that the load balancer sends from");
      }
    }
    List<Egress> egress = platform.namespace().egress();
    for (int i = 0; i < egress.size(); i++) {
      if (egress.get(i) instanceof Egress.ToRange range) {
        check(range.cidr(), where.of("namespace", "egress", i, "cidr"), problems);
      } else if (egress.get(i) instanceof Egress.ToInternet internet) {
        for (int k = 0; k < internet.except().size(); k++) {
          Location at = where.of("namespace", "egress", i, "except", k);
          exception(internet.except().get(k), at, problems);
        }
      }
    }
  }

  private static void check(String text, Location at, Problems problems) {
    Cidr cidr = Cidr.parse(text);
    Optional<String> never = first(AddressRange.NEVER, cidr);
    Optional<String> own = first(AddressRange.PRIVATE, cidr);
    if (cidr.prefix() == 0) {
      problems.error(
          "egress-everywhere",
          at,
          "`" + text + "` is the internet and every private network with it",
          "write `internet: true`, which leaves private and link-local ranges out");
    } else if (never.isPresent()) {
      problems.error(
          "egress-reserved",
          at,
          "`" + text + "` meets `" + never.get() + "`, where machines keep what is theirs alone",
          "name the addresses of the service itself");
    } else if (own.isPresent() && !Cidr.parse(own.get()).holds(cidr)) {
      problems.error(
          "egress-private",
          at,
          "`" + text + "` holds the private range `" + own.get() + "` and public addresses",
          "name the private range by itself, or write `internet: true`");
    }
  }

  /** An ipBlock's exceptions lie strictly within it (Kubernetes API, NetworkPolicy validation). */
  private static void exception(String text, Location at, Problems problems) {
    if (Cidr.parse(text).prefix() == 0) {
      problems.error("egress-nothing", at, "`" + text + "` leaves nothing of the internet");
    }
  }

  private static Optional<String> first(List<String> ranges, Cidr cidr) {
    return ranges.stream().filter(range -> Cidr.parse(range).meets(cidr)).findFirst();
  }
}
