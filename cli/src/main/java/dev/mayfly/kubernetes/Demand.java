package dev.mayfly.kubernetes;

/**
 * What pods and claims ask of their namespace.
 *
 * @param storage of all claims together
 * @param pods how many there are
 */
public record Demand(Amounts amounts, Quantity storage, long pods) {
  static final Demand NONE = new Demand(Amounts.NONE, Quantity.ZERO, 0);

  public Demand plus(Demand other) {
    return new Demand(amounts.plus(other.amounts), storage.plus(other.storage), pods + other.pods);
  }

  Demand times(long factor) {
    return new Demand(amounts.times(factor), storage.times(factor), pods * factor);
  }

  /** What counts against a bound of a ResourceQuota; nothing where it bounds other things. */
  public Quantity against(String bound) {
    return switch (bound) {
      case "requests.storage" -> storage;
      case "pods" -> Quantity.parse(Long.toString(pods));
      default -> amounts.against(bound);
    };
  }
}
