package dev.mayfly.command.option;

import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.ProblemsException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, in the words of every other problem. */
public final class UsageErrors {
  public static final String LIST = "`mayfly --help` lists all commands";

  private UsageErrors() {}

  public static ProblemsException usage(String message, String hint) {
    return problem("usage", message, hint);
  }

  /**
   * Refuses options that another one leaves without a meaning; passed over, they would seem to
   * count.
   *
   * @param because what leaves them so, such as another option
   */
  public static void refuse(Invocation invocation, String because, Option... options) {
    for (Option option : options) {
      if (option.isGivenIn(invocation)) {
        throw usage(
            "`" + option.name() + "` says nothing " + because,
            "leave it out; it may come from `" + EnvironmentOptions.variable(option.name()) + "`");
      }
    }
  }

  /** A value that is none of the words an option takes. */
  public static ProblemsException wrongChoice(String option, String value, List<String> words) {
    return problem(
        "wrong-value",
        "`" + option + "` cannot be `" + value + "`",
        NearMiss.hint(value, words, anyOf(words)));
  }

  /** In a locale without UTF-8 that holds for every name with other letters than ASCII's. */
  public static ProblemsException noPath(String name) {
    return problem(
        "wrong-path",
        "`" + name + "` cannot be the name of a file on this machine",
        "in a locale such as C only ASCII can; set LC_ALL=C.UTF-8 or use another name");
  }

  public static ProblemsException of(
      ParameterException wrong, CommandSpec spec, List<String> args, Map<String, String> env) {
    String help = "`" + spec.name() + " --help` shows what it takes";
    return switch (wrong) {
      case UnmatchedArgumentException e when e.isUnknownOption() -> unknownOption(e, spec, help);
      case UnmatchedArgumentException e ->
          problem("unexpected-argument", "unexpected " + quoted(e.getUnmatched()), help);
      case MissingParameterException e when !e.getMissing().isEmpty() ->
          problem(
              "missing-option",
              "missing "
                  + e.getMissing().stream()
                      .map(UsageErrors::quoted)
                      .collect(Collectors.joining(", ")),
              help);
      case OverwrittenOptionException e ->
          problem("repeated-option", quoted(e.getOverwritten()) + " is given twice", help);
      default -> problem("usage", plain(wrong), origin(wrong, args, env, help));
    };
  }

  private static ProblemsException unknownOption(
      UnmatchedArgumentException wrong, CommandSpec spec, String help) {
    String option = wrong.getUnmatched().getFirst().replaceFirst("=.*", "");
    List<String> names =
        spec.options().stream().map(OptionSpec::longestName).collect(Collectors.toList());
    return problem(
        "unknown-option", "unknown option `" + option + "`", NearMiss.hint(option, names, help));
  }

  private static String quoted(ArgSpec arg) {
    return "`" + (arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel()) + "`";
  }

  public static String quoted(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
  }

  public static String anyOf(List<String> names) {
    return "one of " + names.stream().map(n -> "`" + n + "`").collect(Collectors.joining(", "));
  }

  private static String origin(
      ParameterException wrong, List<String> args, Map<String, String> env, String help) {
    if (wrong.getArgSpec() instanceof OptionSpec option) {
      String variable = EnvironmentOptions.origin(option, args, env);
      return variable == null ? help : "the value comes from `" + variable + "`";
    }
    return help;
  }

  /** picocli's own sentence in our form: lower-case start, backticks, no full stop. */
  private static String plain(ParameterException wrong) {
    String text = String.valueOf(wrong.getMessage()).replace('\'', '`').replaceFirst("\\.$", "");
    return text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  public static ProblemsException problem(String id, String message, String hint) {
    return Fault.CONFIGURATION.error(id, message, hint);
  }
}
