package dev.mayfly.platform;

import java.util.List;
import java.util.stream.Stream;

/** IPv4 ranges that are not the internet (IANA, "IPv4 Special-Purpose Address Registry"). */
public final class AddressRange {
  /** Networks of one's own; a platform may name parts of them. */
  static final List<String> PRIVATE =
      List.of("10.0.0.0/8", "100.64.0.0/10", "172.16.0.0/12", "192.168.0.0/16", "198.18.0.0/15");

  /** Where nothing is that a preview may need, but the credentials of machines and nodes. */
  static final List<String> NEVER =
      List.of("0.0.0.0/8", "127.0.0.0/8", "169.254.0.0/16", "224.0.0.0/4", "240.0.0.0/4");

  /** All addresses. */
  public static final String ALL = "0.0.0.0/0";

  /** What the internet leaves out, in order of addresses. */
  public static final List<String> NOT_PUBLIC =
      Stream.of(PRIVATE, NEVER, List.of("192.0.0.0/24"))
          .flatMap(List::stream)
          .sorted(
              (one, other) -> Long.compare(Cidr.parse(one).address(), Cidr.parse(other).address()))
          .toList();

  private AddressRange() {}

  /** How names of objects say a range. */
  static String label(String cidr) {
    return cidr.replace('.', '-').replace('/', '-');
  }
}
