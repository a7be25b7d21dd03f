package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.template.Binding;
import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Compared with the names that two patterns really give for all small numbers. */
class NameCollisionTest {
  private static final int NUMBERS = 1200;
  private static final int CASES = 1500;

  @Test
  void agreesWithTryingAllNumbers() {
    RandomGenerator random = new SplittableRandom(20261122);
    int meetings = 0;
    for (int i = 0; i < CASES; i++) {
      Text one = pattern(random);
      Text other = pattern(random);
      boolean meet = meet(one, other);
      meetings += meet ? 1 : 0;
      assertThat(NameCollision.canMeet(one, other)).as("`%s` and `%s`", one, other).isEqualTo(meet);
      assertThat(NameCollision.canMeet(other, one)).isEqualTo(meet);
    }
    assertThat(meetings).isBetween(CASES / 100, CASES - CASES / 100);
  }

  @ParameterizedTest
  @CsvSource({
    "pr-#-a, pr-#-b, false",
    "pr-#-x, pr-#-1-x, false",
    "a-#, a-1#, true",
    "a-#, a-0#, false",
    "a#, a1-#, false",
    "#1, 1#, true",
    "#-#, 7-#, true",
    "#, #, true",
    "a, a, true",
    "a, a#, false"
  })
  void decidesKnownPairs(String one, String other, boolean meet) {
    assertThat(NameCollision.canMeet(parse(one), parse(other))).isEqualTo(meet);
  }

  /** Few characters, mostly digits, so that patterns often overlap. */
  private static Text pattern(RandomGenerator random) {
    StringBuilder text = new StringBuilder();
    int length = random.nextInt(1, 4);
    boolean number = false;
    for (int i = 0; i < length; i++) {
      boolean hole = !number && random.nextInt(3) == 0;
      number |= hole;
      text.append(hole ? '#' : "a-012".charAt(random.nextInt(5)));
    }
    return parse(text.toString());
  }

  private static Text parse(String pattern) {
    Text text = Text.of("");
    for (char c : pattern.toCharArray()) {
      text = c == '#' ? text.plus(Text.of(new Fact.Number())) : text.plus(String.valueOf(c));
    }
    return text;
  }

  /** Whether a name that one pattern gives has the form of the other. */
  private static boolean meet(Text one, Text other) {
    Pattern form = Pattern.compile(other.bind(new Numbered("[1-9][0-9]*")));
    return names(one).stream().anyMatch(name -> form.matcher(name).matches());
  }

  private static List<String> names(Text pattern) {
    List<String> names = new ArrayList<>();
    for (int number = 1; number <= NUMBERS; number++) {
      names.add(pattern.bind(new Numbered("" + number)));
    }
    return names;
  }

  private record Numbered(String number) implements Binding {
    @Override
    public String literal(String text) {
      return text;
    }

    @Override
    public String fact(Fact fact) {
      return number;
    }
  }
}
