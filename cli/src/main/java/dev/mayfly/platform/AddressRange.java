package dev.mayfly.platform;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Ranges that are not the internet (IANA, "IPv4 Special-Purpose Address Registry", "Internet
 * Protocol Version 6 Address Space" and "IPv6 Special-Purpose Address Registry").
 */
public final class AddressRange {
  /** Networks of one's own; a platform may name parts of them. */
  static final List<String> PRIVATE =
      List.of(
          "10.0.0.0/8",
          "100.64.0.0/10",
          "172.16.0.0/12",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "fc00::/7");

  /**
   * Where nothing is that a preview may need, but the credentials of machines and nodes, such as
   * those at Azure's public 168.63.129.16 (Azure docs, "What is IP address 168.63.129.16?"). Of
   * IPv6 it is whatever is given to nobody, and what stands for an IPv4 address.
   */
  static final List<String> NEVER =
      List.of(
          "0.0.0.0/8",
          "127.0.0.0/8",
          "168.63.129.16/32",
          "169.254.0.0/16",
          "224.0.0.0/4",
          "240.0.0.0/4",
          "::/3",
          "2001::/23",
          "2002::/16",
          "4000::/2",
          "8000::/2",
          "c000::/3",
          "e000::/4",
          "f000::/5",
          "f800::/6",
          "fe00::/7");

  /** What clouds tell every machine its credentials under; of IPv6 those of AWS and Google. */
  public static final List<String> METADATA =
      List.of("169.254.169.254", "fd00:ec2::254", "fd20:ce::254");

  /** All addresses. */
  public static final String ALL = "0.0.0.0/0";

  /** All that are given to anybody. */
  public static final String ALL_V6 = "2000::/3";

  /** What the internet leaves out, in order of addresses. */
  public static final List<String> NOT_PUBLIC = notPublic(ALL);

  public static final List<String> NOT_PUBLIC_V6 = notPublic(ALL_V6);

  /** A whole provider's networks are smaller; whoever needs more needs the internet. */
  private static final int WIDEST = 8;

  private static final int WIDEST_V6 = 20;

  private AddressRange() {}

  /** The first of some ranges with which they hold more public addresses than a list should. */
  static int firstTooMany(List<String> texts) {
    List<Cidr> ranges = texts.stream().map(Cidr::parse).toList();
    double v4 = 0;
    double v6 = 0;
    for (int i = 0; i < ranges.size(); i++) {
      Cidr range = ranges.get(i);
      int place = i;
      boolean counted =
          IntStream.range(0, ranges.size())
              .filter(k -> k != place && ranges.get(k).holds(range))
              .anyMatch(k -> k < place || !range.holds(ranges.get(k)));
      if (!counted && PRIVATE.stream().noneMatch(own -> Cidr.parse(own).holds(range))) {
        v4 += range.isV6() ? 0 : Math.pow(2, WIDEST - range.prefix());
        v6 += range.isV6() ? Math.pow(2, WIDEST_V6 - range.prefix()) : 0;
      }
      if (v4 > 1 || v6 > 1) {
        return i;
      }
    }
    return -1;
  }

  /** The private range that a range holds beside public addresses, which nobody means to name. */
  static Optional<String> privateBeside(Cidr range) {
    return PRIVATE.stream()
        .filter(own -> Cidr.parse(own).meets(range) && !Cidr.parse(own).holds(range))
        .findFirst();
  }

  /** How names of objects say a range. */
  static String label(String cidr) {
    return cidr.replaceAll("[.:/]", "-");
  }

  private static List<String> notPublic(String all) {
    return Stream.of(PRIVATE, NEVER, List.of("192.0.0.0/24"))
        .flatMap(List::stream)
        .filter(range -> Cidr.parse(all).holds(Cidr.parse(range)))
        .sorted((one, other) -> Cidr.parse(one).address().compareTo(Cidr.parse(other).address()))
        .toList();
  }
}
