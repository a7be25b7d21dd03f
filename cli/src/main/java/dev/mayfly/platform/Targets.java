package dev.mayfly.platform;

import dev.mayfly.yaml.Fields;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * The releases that run in the cluster. What is newer than its target is refused, never pruned.
 *
 * @param written those that somebody wrote down; of the other parts the newest is only assumed
 */
public record Targets(Map<Part, ReleaseLine> written) {
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
  public static final Targets ASSUMED = new Targets(Map.of());

  public Targets {
    written = Map.copyOf(written);
  }

  static Targets read(Fields targets) {
    Map<Part, ReleaseLine> stated = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      targets
          .optionalText(part.field(), Syntaxes.VERSION)
          .filter(Syntaxes.VERSION::matches)
          .ifPresent(it -> stated.put(part, ReleaseLine.parse(it)));
    }
    return new Targets(stated);
  }

  /** With the release of one part stated. */
  public Targets with(Part part, ReleaseLine version) {
    Map<Part, ReleaseLine> all = new HashMap<>(written);
    all.put(part, version);
    return new Targets(all);
  }

  public boolean isStated(Part part) {
    return written.containsKey(part);
  }

  public ReleaseLine of(Part part) {
    return written.getOrDefault(part, part.newest);
  }

  public ReleaseLine argocd() {
    return of(Part.ARGOCD);
  }

  public ReleaseLine cloudNativePg() {
    return of(Part.CLOUD_NATIVE_PG);
  }

  public ReleaseLine gatewayApi() {
    return of(Part.GATEWAY_API);
  }

  public ReleaseLine kubernetes() {
    return of(Part.KUBERNETES);
  }
}
