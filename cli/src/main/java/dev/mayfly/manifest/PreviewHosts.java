package dev.mayfly.manifest;

import static dev.mayfly.manifest.AdmissionVariables.HOST;

import dev.mayfly.cel.Expression;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Text;
import java.util.List;

/**
 * The hosts that a preview answers for. The proof of a bundle and the admission policy have them
 * from here, so that neither lets through what the other refuses.
 */
public final class PreviewHosts {
  private PreviewHosts() {}

  static List<Text> of(Blueprint blueprint) {
    return List.of(blueprint.names().host());
  }

  /** The hosts of one preview. */
  public static List<String> of(Blueprint blueprint, PreviewFacts facts) {
    ConcreteBinding binding = new ConcreteBinding(facts);
    return of(blueprint).stream().map(host -> host.bind(binding)).toList();
  }

  /** Whether a host in an object is one of them. */
  static Expression isOwn(Expression host) {
    return host.eq(HOST);
  }
}
