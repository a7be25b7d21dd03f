package dev.mayfly.platform;

import dev.mayfly.platform.Entrance.ByGateway;
import dev.mayfly.platform.Entrance.ByIngress;
import dev.mayfly.platform.Entrance.Own;
import dev.mayfly.yaml.Fields;
import java.util.List;
import java.util.Optional;

/**
 * How a preview is reached from outside.
 *
 * @param domain previews are served below it, each host by one label; none where nothing is served
 * @param wildcards domains below {@code domain} whose hosts a certificate covers by a wildcard too
 * @param entrance what leads to the Services of previews; none where bundles bring all their routes
 */
public record Exposure(
    Optional<String> domain,
    List<String> wildcards,
    Optional<? extends Entrance> entrance,
    Access access) {
  public Exposure {
    wildcards = List.copyOf(wildcards);
  }

  static Exposure read(Fields exposure) {
    Optional<? extends Entrance> entrance = Entrance.read(exposure);
    Optional<String> domain =
        entrance.isPresent() || exposure.raw("wildcards") != null
            ? Optional.of(exposure.text("domain", Syntaxes.DOMAIN))
            : exposure.optionalText("domain", Syntaxes.DOMAIN);
    return new Exposure(
        domain,
        exposure.texts("wildcards", Syntaxes.DOMAIN),
        entrance,
        domain.isPresent() || exposure.raw("access") != null
            ? exposure.requiredMap("access", Access::read)
            : new Access.Open());
  }

  public Optional<ByGateway> byGateway() {
    return entrance.filter(ByGateway.class::isInstance).map(ByGateway.class::cast);
  }

  public Optional<ByIngress> byIngress() {
    return entrance.filter(ByIngress.class::isInstance).map(ByIngress.class::cast);
  }

  /** What to render of the Gateway itself. */
  public Optional<Own> own() {
    return byGateway().flatMap(ByGateway::own);
  }

  /** Whether each host gets a certificate of its own, so that it may have any number of labels. */
  public boolean issuesForEachHost() {
    return byIngress()
        .flatMap(ByIngress::certificate)
        .filter(Entrance.Issued.class::isInstance)
        .isPresent();
  }
}
