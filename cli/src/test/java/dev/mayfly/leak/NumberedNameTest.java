package dev.mayfly.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Names read backwards. */
class NumberedNameTest {
  private static final Text NUMBER = Text.of(new Fact.Number());

  private static Optional<String> number(Text pattern, String name) {
    return new NumberedName(pattern).number(name).map(Object::toString);
  }

  @Test
  void onlyTheNameOfANumberIsOne() {
    Text pattern = Text.of("pr-").plus(NUMBER).plus("-a.b");
    assertThat(number(pattern, "pr-41-a.b")).contains("41");
    for (String other :
        new String[] {
          "pr-041-a.b",
          "pr-0-a.b",
          "pr--a.b",
          "pr-41-aXb",
          "pr-41-a.bc",
          "xpr-41-a.b",
          "pr-9999999999-a.b",
          "pr-41-a.b\n",
          ""
        }) {
      assertThat(number(pattern, other)).as(other).isEmpty();
    }
  }

  @Test
  void aNumberThatStandsTwiceIsTheSame() {
    Text pattern = NUMBER.plus("-").plus(NUMBER);
    assertThat(number(pattern, "12-12")).contains("12");
    assertThat(number(pattern, "12-1")).isEmpty();
  }

  @Test
  void aNameWithoutNumberIsOfNoPullRequest() {
    assertThat(number(Text.of("monolith"), "monolith")).isEmpty();
  }

  @Test
  void whatAnOperatorMakesGoesOnBehindAHyphen() {
    NumberedName name = new NumberedName(Text.of("db-pr-").plus(NUMBER));
    assertThat(name.numberOfChild("db-pr-7-1-wal")).hasToString("Optional[7]");
    assertThat(name.numberOfChild("db-pr-7")).hasToString("Optional[7]");
    assertThat(name.numberOfChild("db-pr-7x")).isEmpty();
    assertThat(name.number("db-pr-7-1")).isEmpty();
  }
}
