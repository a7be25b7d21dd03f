package dev.mayfly.platform;

/** A range of IPv4 addresses. */
public record Cidr(long address, int prefix) {

  /** Reads a range of the form that {@link Syntaxes#CIDR} allows. */
  public static Cidr parse(String text) {
    int slash = text.indexOf('/');
    return new Cidr(number(text.substring(0, slash)), Integer.parseInt(text.substring(slash + 1)));
  }

  /** Whether an address is in the range, and others are too: an exception is never all of it. */
  public boolean holdsMoreThan(String other) {
    return prefix < 32 && holds(new Cidr(number(other), 32));
  }

  /** Whether all of another range lies in this one. */
  public boolean holds(Cidr other) {
    int free = 32 - prefix;
    return prefix <= other.prefix && address >> free == other.address >> free;
  }

  /** Whether some address lies in both: of two ranges one then holds the other. */
  public boolean meets(Cidr other) {
    return holds(other) || other.holds(this);
  }

  private static long number(String address) {
    long number = 0;
    for (String octet : address.split("\\.")) {
      number = number << 8 | Integer.parseInt(octet);
    }
    return number;
  }
}
