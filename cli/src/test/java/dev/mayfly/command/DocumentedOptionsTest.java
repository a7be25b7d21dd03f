package dev.mayfly.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Every command of every page, run or not, is one that the program takes, with its options. */
class DocumentedOptionsTest {
  private static final Pattern INLINE = Pattern.compile("`(?:\\./)?mayfly ([a-z][^`]*)`");

  /**
   * Where a command begins: a line, a prompt, an entry of a list, a key, behind another command.
   */
  private static final Pattern COMMAND =
      Pattern.compile(
          "(?m)^ *(?:[$] |- |run: |- run: )*(?:[^#\\n`]*(?:\\|\\|?|&&|;) )?(?:\\./)?mayfly ([a-z].*)$");

  private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|'[^']*'|[^\\s\"'])+");
  private final List<Command> commands = CommandCatalog.all();

  @Test
  void blocksAreTakenAsTheyStand() {
    int parsed = 0;
    for (Path page : PageBlock.pages()) {
      for (PageBlock block : PageBlock.of(page)) {
        Matcher command = COMMAND.matcher(block.text().replaceAll(" *\\\\\n\\s*", " "));
        while (block.language().matches("sh|console|yaml|before") && command.find()) {
          parsed++;
          List<String> words = words(command.group(1));
          Command known = known(page, words);
          assertThatCode(() -> parse(known, words))
              .as(page + ": mayfly " + command.group(1))
              .doesNotThrowAnyException();
        }
      }
    }
    assertThat(parsed).isGreaterThan(120);
  }

  /** A sentence may name a command without what it needs. */
  @Test
  void sentencesNameOptionsThatAreThere() {
    for (Path page : PageBlock.pages()) {
      Matcher named = INLINE.matcher(PageBlock.read(page).replaceAll("(?ms)^ *```.*?^ *```$", ""));
      while (named.find()) {
        List<String> words = words(named.group(1));
        Set<String> options =
            Help.command(known(page, words)).options().stream()
                .flatMap(option -> Stream.of(option.names()))
                .collect(Collectors.toSet());
        assertThat(words.stream().filter(word -> word.startsWith("-")))
            .as(page + ": " + named.group())
            .allMatch(word -> options.contains(word.replaceFirst("=.*", "")));
      }
    }
  }

  private Command known(Path page, List<String> words) {
    return CommandNames.find(words, commands)
        .orElseThrow(() -> new AssertionError(page + " names `mayfly " + words + "`"));
  }

  private static void parse(Command command, List<String> words) {
    CommandLine line = new CommandLine(Help.command(command)).setExpandAtFiles(false);
    List<String> rest = words.subList(CommandNames.of(command).size(), words.size());
    line.parseArgs(rest.toArray(String[]::new));
  }

  /** The words up to a comment, a redirection or the next command. */
  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find() && !word.group().matches("#|\\|+|&&|[0-9]?>.*|;|<.*")) {
      words.add(word.group().replaceAll("[\"';]", ""));
    }
    return words;
  }
}
