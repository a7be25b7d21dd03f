package dev.mayfly.platform;

import dev.mayfly.diagnostic.Location;
import dev.mayfly.diagnostic.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Ranges of addresses that open more than their author reads in them. */
final class TrafficLimits implements PlatformChecks.Check {
  private static final String WIDE =
      "the public addresses up to here are more than a /8 of IPv4 or a /20 of IPv6";

  @Override
  public void check(Platform platform, SourcePositions where, Problems problems) {
    List<Peer.Source> ingress = platform.namespace().ingress();
    List<String> sources = new ArrayList<>();
    List<Location> places = new ArrayList<>();
    for (int i = 0; i < ingress.size(); i++) {
      if (ingress.get(i) instanceof Peer.InRange(String cidr, List<Integer> unused)) {
        Location at = where.of("namespace", "ingress", i, "cidr");
        if (source(cidr, at, problems)) {
          sources.add(cidr);
          places.add(at);
        }
      }
    }
    together(
        "ingress", sources, places, "name the subnets that the load balancer sends from", problems);
    egress(platform.namespace().egress(), where, problems);
  }

  private static void egress(List<Peer> egress, SourcePositions where, Problems problems) {
    List<String> targets = new ArrayList<>();
    List<Location> places = new ArrayList<>();
    for (int i = 0; i < egress.size(); i++) {
      if (egress.get(i) instanceof Peer.InRange range) {
        Location at = where.of("namespace", "egress", i, "cidr");
        if (target(range.cidr(), at, problems)) {
          targets.add(range.cidr());
          places.add(at);
        }
      } else if (egress.get(i) instanceof Peer.Internet internet) {
        for (int k = 0; k < internet.except().size(); k++) {
          Location at = where.of("namespace", "egress", i, "except", k);
          exception(internet, internet.except().get(k), at, problems);
        }
      }
    }
    together(
        "egress",
        targets,
        places,
        "write `internet: true`, which leaves private ranges out",
        problems);
  }

  /** What no range does alone, several do: all but the private ranges, say. */
  private static void together(
      String list, List<String> ranges, List<Location> places, String hint, Problems problems) {
    int first = AddressRange.firstTooMany(ranges);
    if (first >= 0) {
      problems.error(list + "-too-wide", places.get(first), WIDE, hint);
    }
  }

  private static boolean source(String text, Location at, Problems problems) {
    Cidr cidr = Cidr.parse(text);
    if (cidr.prefix() == 0) {
      problems.error(
          "ingress-everywhere",
          at,
          "`" + text + "` lets every pod of the cluster and everybody outside it in",
          "name the subnets that the load balancer sends from");
      return false;
    }
    return isOneKind("ingress", text, at, "name the private range by itself", problems);
  }

  private static boolean target(String text, Location at, Problems problems) {
    Cidr cidr = Cidr.parse(text);
    Optional<String> never = first(AddressRange.NEVER, cidr);
    if (cidr.prefix() == 0) {
      problems.error(
          "egress-everywhere",
          at,
          "`" + text + "` is the internet and every private network with it",
          "write `internet: true`, which leaves private and link-local ranges out");
      return false;
    }
    if (never.isPresent()) {
      problems.error(
          "egress-reserved",
          at,
          "`" + text + "` overlaps the reserved range `" + never.get() + "`",
          "name the addresses of the service itself");
      return false;
    }
    return isOneKind(
        "egress",
        text,
        at,
        "name the private range by itself, or write `internet: true`",
        problems);
  }

  /** Whether a range is private or public, and not both; says so where it is. */
  static boolean isOneKind(String list, String text, Location at, String hint, Problems problems) {
    Optional<String> own = AddressRange.privateBeside(Cidr.parse(text));
    own.ifPresent(range ->
        problems.error(
            list + "-private",
            at,
            "`" + text + "` holds the private range `" + range + "` and public addresses",
            hint));
    return own.isEmpty();
  }

  /** An ipBlock's exceptions lie strictly within it (Kubernetes API, NetworkPolicy validation). */
  private static void exception(
      Peer.Internet internet, String text, Location at, Problems problems) {
    Cidr cidr = Cidr.parse(text);
    if (cidr.holds(Cidr.parse(cidr.isV6() ? AddressRange.ALL_V6 : AddressRange.ALL))) {
      problems.error("egress-nothing", at, "`" + text + "` leaves nothing of the internet");
    } else if (cidr.isV6() && !internet.v6()) {
      problems.error(
          "egress-no-v6",
          at,
          "`" + text + "` is left out of IPv4, where it is not",
          "write `ipv6: true` for the internet of IPv6, or leave it out");
    }
  }

  private static Optional<String> first(List<String> ranges, Cidr cidr) {
    return ranges.stream().filter(range -> Cidr.parse(range).meets(cidr)).findFirst();
  }
}
