package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/**
 * The releases that run in the cluster. What is newer than its target is refused, never pruned.
 *
 * @param stated the parts whose release somebody wrote down; that of the others is only assumed
 */
public record Targets(
    ReleaseLine argocd,
    ReleaseLine cloudNativePg,
    ReleaseLine gatewayApi,
    ReleaseLine kubernetes,
    Set<Part> stated) {
  /** What a release is of. */
  public enum Part {
    ARGOCD("argocd", "3.5"),
    CLOUD_NATIVE_PG("cloudnativePg", "1.30"),
    GATEWAY_API("gatewayApi", "1.6"),
    KUBERNETES("kubernetes", "1.35");

    private final String field;
    private final ReleaseLine newest;

    Part(String field, String newest) {
      this.field = field;
      this.newest = ReleaseLine.parse(newest);
    }

    /** Its key in {@code targets} of {@code mayfly.yaml}. */
    public String field() {
      return field;
    }
  }

  /** The newest releases this program was checked against; nobody stated them. */
  public static final Targets ASSUMED = of(Map.of());

  public Targets {
    stated = Set.copyOf(stated);
  }

  public static Targets of(Map<Part, ReleaseLine> stated) {
    return new Targets(
        either(stated, Part.ARGOCD),
        either(stated, Part.CLOUD_NATIVE_PG),
        either(stated, Part.GATEWAY_API),
        either(stated, Part.KUBERNETES),
        stated.keySet());
  }

  static Targets read(Fields targets) {
    Map<Part, ReleaseLine> stated = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      targets
          .optionalText(part.field(), Syntaxes.VERSION)
          .filter(Syntaxes.VERSION::matches)
          .ifPresent(it -> stated.put(part, ReleaseLine.parse(it)));
    }
    return of(stated);
  }

  private static ReleaseLine either(Map<Part, ReleaseLine> stated, Part part) {
    return stated.getOrDefault(part, part.newest);
  }

  /** With the release of one part stated. */
  public Targets with(Part part, ReleaseLine version) {
    Map<Part, ReleaseLine> all = new EnumMap<>(Part.class);
    stated.forEach(it -> all.put(it, of(it)));
    all.put(part, version);
    return of(all);
  }

  public ReleaseLine of(Part part) {
    return switch (part) {
      case ARGOCD -> argocd;
      case CLOUD_NATIVE_PG -> cloudNativePg;
      case GATEWAY_API -> gatewayApi;
      case KUBERNETES -> kubernetes;
    };
  }
}
