package dev.mayfly.mutation;

import java.util.List;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.pitest.testapi.TestUnit;
import org.pitest.testapi.TestUnitExecutionListener;

/** Each method of a test class is one test, with all its parameters. */
public final class MethodUnits extends TestUnits {
  /** What takes seconds would be run for each mutant that survives. */
  private static final TestTag SLOW = TestTag.create("slow");

  public MethodUnits() {
    super("methods", "the methods of test classes");
  }

  /** Read off the plan of a launcher, which runs nothing. */
  @Override
  public List<TestUnit> findTestUnits(Class<?> type, TestUnitExecutionListener listener) {
    TestPlan plan =
        LauncherFactory.create()
            .discover(
                LauncherDiscoveryRequestBuilder.request()
                    .selectors(DiscoverySelectors.selectClass(type))
                    .build());
    return plan.getRoots().stream()
        .flatMap(root -> plan.getDescendants(root).stream())
        .filter(it -> it.getSource().filter(MethodSource.class::isInstance).isPresent())
        .filter(it -> !it.getTags().contains(SLOW))
        .map(TestIdentifier::getUniqueId)
        .<TestUnit>map(id -> new MethodUnit(id, type))
        .toList();
  }
}
