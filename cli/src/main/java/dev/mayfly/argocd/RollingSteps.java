package dev.mayfly.argocd;

import dev.mayfly.argocd.gotemplate.GoValue;
import dev.mayfly.platform.ReleaseLine;
import dev.mayfly.yaml.ListNode;
import dev.mayfly.yaml.MapNode;
import dev.mayfly.yaml.Node;
import dev.mayfly.yaml.ScalarNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In which steps a set rolls its Applications out (Argo CD, {@code
 * applicationset/progressivesync/progressive_sync.go}). It counts where the controller runs with
 * progressive syncs.
 *
 * @param inNone those that no step selects, which nobody syncs
 * @param inSeveral those that more than one selects, which is a mistake there
 */
public record RollingSteps(List<Step> steps, List<String> inNone, List<Shared> inSeveral) {
  private static final List<String> AUTOMATED = List.of("spec", "syncPolicy", "automated");
  private static final List<String> ENABLED = List.of("spec", "syncPolicy", "automated", "enabled");

  /**
   * One step.
   *
   * @param maxUpdate how many at once, a number or a percentage; empty for all
   */
  public record Step(String maxUpdate, List<String> applications) {}

  /** An Application and the numbers of its steps, from 1. */
  public record Shared(String application, List<Integer> steps) {}

  /** Empty where everything syncs at once. */
  public static Optional<RollingSteps> of(Node set, List<GeneratedApplication> applications) {
    List<Node> written = steps(set);
    if (written.isEmpty()) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    written.forEach(s -> steps.add(new Step(s.textOrEmpty("maxUpdate"), new ArrayList<>())));
    List<String> none = new ArrayList<>();
    List<Shared> several = new ArrayList<>();
    for (GeneratedApplication application : applications) {
      List<Integer> chosen = new ArrayList<>();
      for (int i = 0; i < steps.size(); i++) {
        if (selects(written.get(i), application)) {
          chosen.add(i + 1);
          steps.get(i).applications().add(application.name());
        }
      }
      if (chosen.isEmpty()) {
        none.add(application.name());
      } else if (chosen.size() > 1) {
        several.add(new Shared(application.name(), chosen));
      }
    }
    return Optional.of(new RollingSteps(steps, none, several));
  }

  /** Since 3.6 a roll-out without a step is an error. */
  static void check(Node set, ReleaseLine argoCd) throws GeneratorStop {
    Node rolling = set.at("spec", "strategy", "rollingSync");
    if (argoCd.isAtLeast(3, 6)
        && rolling instanceof MapNode
        && "RollingSync".equals(set.textAt("spec", "strategy", "type"))
        && steps(set).isEmpty()) {
      throw GeneratorStop.stall(rolling.location(), "the `RollingSync` has no steps");
    }
  }

  /**
   * An Application as the controller writes it: where it triggers each sync, none may be automated,
   * whatever the template says ({@code disableAutomatedSync}).
   */
  static GoValue written(Node set, GoValue application) {
    boolean automated = !ValuePaths.at(application, AUTOMATED).isNil() && !steps(set).isEmpty();
    return automated ? ValuePaths.with(application, ENABLED, GoValue.of(false)) : application;
  }

  private static List<Node> steps(Node set) {
    return "RollingSync".equals(set.textAt("spec", "strategy", "type"))
        ? set.itemsAt("spec", "strategy", "rollingSync", "steps")
        : List.of();
  }

  private static boolean selects(Node step, GeneratedApplication application) {
    return !(step.at("matchExpressions") instanceof ListNode expressions)
        || expressions.items().stream().allMatch(it -> matches(it, application));
  }

  /** A label that is not there fails {@code In} alone, even where the operator is none. */
  private static boolean matches(Node expression, GeneratedApplication application) {
    String operator = expression.textOrEmpty("operator");
    Node label = application.manifest().at("metadata", "labels", expression.textOrEmpty("key"));
    if (!(label instanceof ScalarNode value)) {
      return !operator.equals("In");
    }
    boolean listed =
        expression.textsAt("values").stream().anyMatch(it -> it.text().equals(value.text()));
    return switch (operator) {
      case "In" -> listed;
      case "NotIn" -> !listed;
      default -> false;
    };
  }
}
