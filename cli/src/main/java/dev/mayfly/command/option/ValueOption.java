package dev.mayfly.command.option;

import dev.mayfly.yaml.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Model.OptionSpec;

/**
 * An option with one value.
 *
 * @param words all values that it takes; none where it takes any text
 * @param reading from what was written to what it means
 */
public record ValueOption<T>(
    String name, String label, List<String> words, String description, Function<String, T> reading)
    implements Option {

  /** Any text, to which whoever reads it gives the meaning. */
  public static ValueOption<String> text(String name, String label, String description) {
    return new ValueOption<>(name, label, List.of(), description, Function.identity());
  }

  /** One constant of an enum. */
  public static <E extends Enum<E>> ValueOption<E> choice(
      String name, E[] constants, String description) {
    Choice<E> choice = Choice.of(constants);
    return choice(name, choice.constants(), choice.words(), description);
  }

  /** How long something may take. */
  public static ValueOption<Duration> time(String name, String description) {
    return new ValueOption<>(name, "TIME", List.of(), description, given -> duration(name, given));
  }

  private static Duration duration(String name, String given) {
    if (!given.matches("[0-9]{1,5}[smh]")) {
      throw UsageErrors.usage(
          "`" + name + "` is `" + given + "`, which is not a time", "write `90s`, `10m` or `1h`");
    }
    return Duration.parse("PT" + given.toUpperCase(Locale.ROOT));
  }

  /** A choice of words that mean nothing but themselves. */
  public static ValueOption<String> choice(String name, List<String> words, String description) {
    return choice(name, words, words, description);
  }

  private static <T> ValueOption<T> choice(
      String name, List<T> values, List<String> words, String description) {
    return new ValueOption<>(
        name,
        String.join("|", words),
        words,
        description,
        given -> {
          int index = words.indexOf(given);
          if (index < 0) {
            throw UsageErrors.wrongChoice(name, given, words);
          }
          return values.get(index);
        });
  }

  @Override
  public OptionSpec spec() {
    OptionSpec.Builder spec =
        OptionSpec.builder(name)
            .paramLabel(label)
            .type(String.class)
            .arity("1")
            .description(description);
    return (words.isEmpty() ? spec : spec.completionCandidates(words)).build();
  }

  /**
   * The value that was given.
   *
   * @throws dev.mayfly.diagnostic.ProblemsException (configuration) when it is none that it takes
   */
  public Optional<T> in(Invocation invocation) {
    return Optional.<String>ofNullable(invocation.parsed().matchedOptionValue(name, null))
        .map(reading);
  }
}
