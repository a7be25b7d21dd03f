package dev.mayfly.lint.rule;

import dev.mayfly.mutation.TestUnits;
import java.util.List;
import java.util.stream.Stream;
import org.pitest.testapi.Description;
import org.pitest.testapi.ResultCollector;
import org.pitest.testapi.TestUnit;
import org.pitest.testapi.TestUnitExecutionListener;

/** The cases of each rule are one test. */
public final class RuleUnits extends TestUnits {
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

  public RuleUnits() {
    super("rule-cases", "the cases of each rule");
  }

  @Override
  public List<TestUnit> findTestUnits(Class<?> type, TestUnitExecutionListener listener) {
    if (type != RuleCasesTest.class) {
      return List.of();
    }
    RuleCasesTest test = new RuleCasesTest();
    return Stream.<TestUnit>concat(
            Stream.of(
                new Unit("kinds", test::fewRulesLookAtObjectsOfEveryKind),
                new Unit("ids", test::aFindingIsOfTheRuleWhoseIdItHas)),
            RuleCasesTest.rules().stream()
                .map(id -> new Unit(id, () -> test.theRuleFindsWhatItsFileSays(id))))
        .toList();
  }
}
