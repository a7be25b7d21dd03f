package dev.mayfly.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.template.Fact;
import dev.mayfly.template.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class NameLimitTest {
  private static final Text NUMBER = Text.of(new Fact.Number());

  @ParameterizedTest
  @EnumSource(NameLimit.class)
  void countsTheLargestNumber(NameLimit limit) {
    String dot = limit == NameLimit.HOST ? "." : "";
    assertThat(limit.violation(name(limit.longest(), dot))).isEmpty();
    assertThat(limit.violation(name(limit.longest() + 1, dot)))
        .hasValueSatisfying(
            reason -> assertThat(reason).contains("at most " + limit.longest() + " are allowed"));
  }

  @ParameterizedTest
  @EnumSource(NameLimit.class)
  void refusesNamesWithoutNumber(NameLimit limit) {
    assertThat(limit.violation(Text.of("orders")))
        .hasValueSatisfying(reason -> assertThat(reason).contains("lacks ${pr.number}"));
  }

  /** Kubernetes, Helm, CloudNativePG and PostgreSQL, as the contract gives them. */
  @ParameterizedTest
  @CsvSource({
    "NAMESPACE, 63",
    "APPLICATION, 63",
    "HELM_RELEASE, 53",
    "HOST_LABEL, 63",
    "CLUSTER, 50",
    "DATABASE_OBJECT, 58"
  })
  void areTheLimitsOfTheirKinds(NameLimit limit, int longest) {
    assertThat(limit.longest()).isEqualTo(longest);
  }

  @Test
  void mayStartWithADigitOnlyWhereKubernetesAllowsIt() {
    Text digit = NUMBER.plus("-a");
    assertThat(NameLimit.NAMESPACE.violation(digit)).isEmpty();
    assertThat(NameLimit.HOST_LABEL.violation(digit)).isEmpty();
    assertThat(NameLimit.APPLICATION.violation(digit)).isPresent();
    assertThat(NameLimit.HELM_RELEASE.violation(digit)).isPresent();
    assertThat(NameLimit.CLUSTER.violation(digit)).isPresent();
    assertThat(NameLimit.DATABASE_OBJECT.violation(digit)).isPresent();
  }

  /** Of one label, or of as many as are needed with a dot behind each of at most 60 letters. */
  private static Text name(int length, String dot) {
    StringBuilder name = new StringBuilder("a".repeat(length - 10));
    for (int i = 50; !dot.isEmpty() && i < name.length() - 1; i += 51) {
      name.replace(i, i + 1, dot);
    }
    return Text.of(name.toString()).plus(NUMBER);
  }
}
