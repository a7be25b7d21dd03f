package dev.mayfly.lint.rule;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.help.PitHelpError;
import org.pitest.testapi.Configuration;
import org.pitest.testapi.Description;
import org.pitest.testapi.ResultCollector;
import org.pitest.testapi.TestGroupConfig;
import org.pitest.testapi.TestPluginFactory;
import org.pitest.testapi.TestSuiteFinder;
import org.pitest.testapi.TestUnit;
import org.pitest.testapi.TestUnitExecutionListener;
import org.pitest.testapi.TestUnitFinder;

/**
 * Hands the cases of each rule to PIT as one test. PIT's plugin for JUnit runs a test class to find
 * its tests, so each process, and there is one a class that is changed, would run all cases first.
 */
public final class RuleUnits implements TestPluginFactory, Configuration, TestUnitFinder {
  private record Unit(String name, Runnable check) implements TestUnit {
    @Override
    public Description getDescription() {
      return new Description(name, RuleCasesTest.class);
    }

    @Override
    public void execute(ResultCollector out) {
      out.notifyStart(getDescription());
      try {
        check.run();
        out.notifyEnd(getDescription());
      } catch (Throwable noticed) {
        out.notifyEnd(getDescription(), noticed);
      }
    }
  }

  @Override
  public List<TestUnit> findTestUnits(Class<?> type, TestUnitExecutionListener listener) {
    if (type != RuleCasesTest.class) {
      return List.of();
    }
    RuleCasesTest test = new RuleCasesTest();
    return Stream.<TestUnit>concat(
            Stream.of(new Unit("kinds", test::fewRulesLookAtObjectsOfEveryKind)),
            RuleCasesTest.rules().stream()
                .map(id -> new Unit(id, () -> test.theRuleFindsWhatItsFileSays(id))))
        .toList();
  }

  @Override
  public Configuration createTestFrameworkConfiguration(
      TestGroupConfig groups,
      ClassByteArraySource classes,
      Collection<String> excludedRunners,
      Collection<String> includedMethods) {
    return this;
  }

  @Override
  public TestUnitFinder testUnitFinder() {
    return this;
  }

  @Override
  public TestSuiteFinder testSuiteFinder() {
    return type -> List.of();
  }

  @Override
  public Optional<PitHelpError> verifyEnvironment() {
    return Optional.empty();
  }

  @Override
  public String name() {
    return "rule-cases";
  }

  @Override
  public String description() {
    return "the cases of each rule";
  }
}
