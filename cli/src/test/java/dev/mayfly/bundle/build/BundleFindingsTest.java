package dev.mayfly.bundle.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.diagnostic.Problem;
import dev.mayfly.diagnostic.Severity;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BundleFindingsTest {
  /** Where the platform refuses what is undecided it is an error as others are. */
  @ParameterizedTest
  @EnumSource(Severity.class)
  void whatIsUndecidedIsKnownUnlessItIsAnError(Severity severity) {
    BundleFindings findings = new BundleFindings(severity);
    findings.undecided(null, "a template asks the cluster", "");
    findings.warning("odd", null, "is odd", "");
    assertThat(findings.sorted().stream().filter(BundleFindings::isUndecided).map(Problem::id))
        .hasSize(severity == Severity.ERROR ? 0 : 1);
    findings.error("wrong", null, "is wrong", "");
    assertThat(findings.sorted()).filteredOn(it -> !it.id().equals("undecided")).hasSize(2);
  }
}
