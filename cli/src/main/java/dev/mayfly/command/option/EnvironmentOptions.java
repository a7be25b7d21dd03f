package dev.mayfly.command.option;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Lets every option come from the environment: {@code --policy-ref} from MAYFLY_POLICY_REF, a flag
 * from the words true and false, a repeatable option from one value a line. Images, which hold
 * neither, may be parted by blanks and commas as well: CI systems write lists in all these ways.
 *
 * <p>The values become arguments. As default values, picocli would not report them as matched and
 * would let {@code --apply} switch MAYFLY_APPLY=true off.
 */
public final class EnvironmentOptions {
  private EnvironmentOptions() {}

  public static String variable(String option) {
    return "MAYFLY_" + option.replaceFirst("^-+", "").replace('-', '_').toUpperCase(Locale.ROOT);
  }

  /** The arguments of all options that are in the environment and not in the arguments. */
  public static List<String> missingFrom(
      List<String> args, CommandSpec spec, Map<String, String> env) {
    List<String> found = new ArrayList<>();
    for (OptionSpec option : spec.options()) {
      String value = env.get(variable(option.longestName()));
      if (value != null && !option.usageHelp() && !isGiven(option, args)) {
        addTo(found, option, value);
      }
    }
    return found;
  }

  /** The variable that gave this option a value that does not do, if one did. */
  static @Nullable String origin(OptionSpec option, List<String> args, Map<String, String> env) {
    String variable = variable(option.longestName());
    return env.containsKey(variable) && !isGiven(option, args) ? variable : null;
  }

  private static void addTo(List<String> found, OptionSpec option, String value) {
    String name = option.longestName();
    if (option.arity().max() > 0) {
      List<String> values = option.isMultiValue() ? values(name, value) : List.of(value);
      values.forEach(one -> found.add(name + "=" + one));
      return;
    }
    switch (value) {
      case "true" -> found.add(name);
      case "false" -> {}
      default -> throw UsageErrors.wrongChoice(variable(name), value, List.of("true", "false"));
    }
  }

  private static List<String> values(String name, String value) {
    String between = name.equals(DigestOptions.IMAGE.name()) ? "[\\s,]+" : "\\R";
    return Arrays.stream(value.split(between)).filter(one -> !one.isBlank()).toList();
  }

  private static boolean isGiven(OptionSpec option, List<String> args) {
    int end = args.indexOf("--");
    List<String> before = end < 0 ? args : args.subList(0, end);
    return Set.of(option.names()).stream()
        .anyMatch(name -> before.stream().anyMatch(arg -> gives(arg, name)));
  }

  private static boolean gives(String arg, String name) {
    return name.startsWith("--")
        ? arg.equals(name) || arg.startsWith(name + "=")
        : arg.startsWith(name) && !arg.startsWith("--");
  }
}
