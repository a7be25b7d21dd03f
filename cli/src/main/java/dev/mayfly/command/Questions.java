package dev.mayfly.command;

import dev.mayfly.command.console.Console;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.NearMiss;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.yaml.Choice;
import dev.mayfly.yaml.Syntax;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Asks whoever sits at the terminal, a line for each answer. An empty line takes the default. */
final class Questions {
  private static final int LONGEST = 1000;

  private final Console console;
  private final BufferedReader answers;

  private Questions(Console console) {
    this.console = console;
    this.answers = new BufferedReader(new InputStreamReader(console.in(), StandardCharsets.UTF_8));
  }

  /** Empty where nobody could answer. */
  static Optional<Questions> of(Console console) {
    return console.terminal().canAnswer() && !console.env().containsKey("CI")
        ? Optional.of(new Questions(console))
        : Optional.empty();
  }

  String text(String question, String otherwise, Syntax syntax) {
    return asked(
        question,
        otherwise,
        answer ->
            syntax.matches(answer)
                ? Optional.empty()
                : Optional.of("write " + syntax.description()));
  }

  <E extends Enum<E>> E choice(String question, E otherwise, E[] constants) {
    Choice<E> choice = Choice.of(constants);
    return choice.of(choice(question, Choice.word(otherwise), choice.words())).orElseThrow();
  }

  String choice(String question, String otherwise, List<String> words) {
    return asked(
        question + " (" + String.join(", ", words) + ")",
        otherwise,
        answer ->
            words.contains(answer)
                ? Optional.empty()
                : Optional.of(NearMiss.hint(answer, words, "write one of these words")));
  }

  /**
   * Asks until the answer will do.
   *
   * @param wrong what is wrong with an answer, as advice
   * @throws ProblemsException (configuration) when there is no further answer
   */
  String asked(String question, String otherwise, Function<String, Optional<String>> wrong) {
    while (true) {
      say(question + " [" + otherwise + "]: ");
      String line = line().strip();
      String answer = line.isEmpty() ? otherwise : line;
      Optional<String> advice =
          answer.length() > LONGEST ? Optional.of("write less") : wrong.apply(answer);
      if (advice.isEmpty()) {
        return answer;
      }
      say("  that will not do: " + advice.get() + "\n");
    }
  }

  void say(String text) {
    console.err().print(text);
    console.err().flush();
  }

  private String line() {
    String line;
    try {
      line = answers.readLine();
    } catch (IOException e) {
      line = null;
    }
    if (line == null) {
      say("\n");
      throw Fault.CONFIGURATION.error(
          "not-answered", "the questions were not answered, so nothing is written", "");
    }
    return line;
  }
}
