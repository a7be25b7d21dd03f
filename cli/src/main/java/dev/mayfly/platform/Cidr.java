package dev.mayfly.platform;

import dev.mayfly.yaml.Node;
import java.math.BigInteger;

/**
 * A range of IPv4 or IPv6 addresses.
 *
 * @param bits how many make one address: 32 or 128
 */
public record Cidr(int bits, BigInteger address, int prefix) {

  /** Reads a range of the form that {@link Syntaxes#CIDR} allows. */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    return read(text.substring(0, slash), Integer.parseInt(text.substring(slash + 1)));
  }

  /** The range of one address, of the form that {@link Syntaxes#ADDRESS} allows. */
  public static Cidr of(String address) {
    return read(address, address.contains(":") ? 128 : 32);
  }

  public boolean isV6() {
    return bits == 128;
  }

  /** Whether an address is in the range, and others are too: an exception is never all of it. */
  public boolean holdsMoreThan(String other) {
    return prefix < bits && holds(of(other));
  }

  /** Whether all of another range lies in this one. */
  public boolean holds(Cidr other) {
    int free = bits - prefix;
    return bits == other.bits
        && prefix <= other.prefix
        && address.shiftRight(free).equals(other.address.shiftRight(free));
  }

  /** Whether some address lies in both: of two ranges one then holds the other. */
  public boolean meets(Cidr other) {
    return holds(other) || other.holds(this);
  }

  /**
   * Whether the {@code ipBlock} of a policy takes in an address: its range does, and none of what
   * it leaves out. What is not of the form of {@link Syntaxes#CIDR} holds nothing.
   */
  public static boolean takesIn(Node block, String address) {
    return isIn(block.textOrEmpty("cidr"), address)
        && block.textsAt("except").stream().noneMatch(it -> isIn(it.text(), address));
  }

  private static boolean isIn(String range, String address) {
    return Syntaxes.CIDR.matches(range) && parse(range).holds(of(address));
  }

  private static Cidr read(String address, int prefix) {
    return address.contains(":")
        ? new Cidr(128, colons(address), prefix)
        : new Cidr(32, number(address.split("\\."), 10, 8), prefix);
  }

  /** Two colons stand for as many groups of zeros as are missing (RFC 4291, 2.2). */
  private static BigInteger colons(String address) {
    int gap = address.indexOf("::");
    if (gap < 0) {
      return number(address.split(":"), 16, 16);
    }
    String head = address.substring(0, gap);
    int missing = head.isEmpty() ? 8 : 8 - head.split(":").length;
    String tail = address.substring(gap + 2);
    return (head.isEmpty() ? BigInteger.ZERO : number(head.split(":"), 16, 16))
        .shiftLeft(16 * missing)
        .or(tail.isEmpty() ? BigInteger.ZERO : number(tail.split(":"), 16, 16));
  }

  private static BigInteger number(String[] parts, int radix, int each) {
    BigInteger number = BigInteger.ZERO;
    for (String part : parts) {
      number = number.shiftLeft(each).or(new BigInteger(part, radix));
    }
    return number;
  }
}
