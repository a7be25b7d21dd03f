package dev.mayfly.kubernetes;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What something requests and may use. A limit of zero means that none is known, not that there is
 * none.
 */
public record Amounts(Quantity memory, Quantity cpu, Quantity memoryLimit, Quantity cpuLimit) {
  public static final Amounts NONE =
      new Amounts(Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO);

  public static Amounts of(Map<String, String> requests, Map<String, String> limits) {
    return new Amounts(
        amount(requests.get("memory")),
        amount(requests.get("cpu")),
        amount(limits.get("memory")),
        amount(limits.get("cpu")));
  }

  private static Quantity amount(@Nullable String text) {
    return text == null ? Quantity.ZERO : Quantity.read(text).orElse(Quantity.ZERO);
  }

  /** Whether it is {@link #NONE}, told without the equality of records (ADR 0005). */
  public boolean isNone() {
    return memory.thousandths() == 0
        && cpu.thousandths() == 0
        && memoryLimit.thousandths() == 0
        && cpuLimit.thousandths() == 0;
  }

  public Amounts plus(Amounts other) {
    return new Amounts(
        memory.plus(other.memory),
        cpu.plus(other.cpu),
        memoryLimit.plus(other.memoryLimit),
        cpuLimit.plus(other.cpuLimit));
  }

  public Amounts times(long factor) {
    return new Amounts(
        memory.times(factor), cpu.times(factor), memoryLimit.times(factor), cpuLimit.times(factor));
  }

  /** The larger of each. */
  public Amounts or(Amounts other) {
    return new Amounts(
        memory.or(other.memory),
        cpu.or(other.cpu),
        memoryLimit.or(other.memoryLimit),
        cpuLimit.or(other.cpuLimit));
  }

  /** What is requested of {@code memory} or {@code cpu}. */
  public Quantity request(String resource) {
    return resource.equals("memory") ? memory : cpu;
  }

  /** What may be used of {@code memory} or {@code cpu}. */
  public Quantity limit(String resource) {
    return resource.equals("memory") ? memoryLimit : cpuLimit;
  }

  /** What counts against a bound of a ResourceQuota; nothing where it bounds other things. */
  public Quantity against(String bound) {
    return switch (bound) {
      case "requests.memory", "memory" -> memory;
      case "requests.cpu", "cpu" -> cpu;
      case "limits.memory" -> memoryLimit;
      case "limits.cpu" -> cpuLimit;
      default -> Quantity.ZERO;
    };
  }
}
