package dev.mayfly.manifest;

import dev.mayfly.cel.Definition;
import dev.mayfly.cel.Expression;
import dev.mayfly.cel.Expression.Items;
import dev.mayfly.cel.Expressions;
import dev.mayfly.platform.Blueprint;
import dev.mayfly.template.Text;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The hosts that a preview answers for. The proof of a bundle, the proof of Access and the
 * admission policy have them from here, so that none lets through what another refuses.
 */
public final class PreviewHosts {
  /** The one host, and the list where there are several. */
  private static final Expression HOST = Definition.named("host");

  private static final Expression HOSTS = Definition.named("hosts");

  private PreviewHosts() {}

  static List<Text> of(Blueprint blueprint) {
    return blueprint.names().hosts().stream().distinct().toList();
  }

  /** The hosts of one preview, that of its URL first. */
  public static List<String> of(Blueprint blueprint, PreviewFacts facts) {
    return of(blueprint).stream().map(facts::bind).toList();
  }

  /** What the others here name; nothing where there is no host. */
  static Optional<Definition> definition(Blueprint blueprint) {
    List<Expression> hosts = of(blueprint).stream().map(NameExpression::ofName).toList();
    return switch (hosts.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(new Definition("host", hosts.getFirst()));
      default -> Optional.of(new Definition("hosts", new Items(hosts)));
    };
  }

  /** Whether a host in an object is one of them. */
  static Expression isOwn(Blueprint blueprint, Expression host) {
    return switch (of(blueprint).size()) {
      case 0 -> Expression.FALSE;
      case 1 -> host.eq(HOST);
      default -> host.in(HOSTS);
    };
  }

  /** Whether an optional host is one of them, or there is none. */
  static Expression isOwnIfAny(Blueprint blueprint, Expression host) {
    return switch (of(blueprint).size()) {
      case 0 -> host.call("hasValue").not();
      case 1 -> isOwn(blueprint, host.orElse(HOST));
      default -> isOwn(blueprint, host.orElse(HOSTS.at(0)));
    };
  }

  /** Whether a list of hosts holds these and no other; a route with none serves every host. */
  static Expression areOwn(Blueprint blueprint, Expression hosts) {
    return of(blueprint).size() == 1
        ? hosts.eq(new Items(List.of(HOST)))
        : hosts.all("host", host -> isOwn(blueprint, host)).and(Expressions.isEmpty(hosts).not());
  }

  /** Whether a condition holds for some of them. */
  static Expression some(Blueprint blueprint, UnaryOperator<Expression> condition) {
    return switch (of(blueprint).size()) {
      case 0 -> Expression.FALSE;
      case 1 -> condition.apply(HOST);
      default -> HOSTS.some("own", condition);
    };
  }
}
