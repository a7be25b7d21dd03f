package dev.mayfly.mutation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.help.PitHelpError;
import org.pitest.testapi.Configuration;
import org.pitest.testapi.TestGroupConfig;
import org.pitest.testapi.TestPluginFactory;
import org.pitest.testapi.TestSuiteFinder;
import org.pitest.testapi.TestUnit;
import org.pitest.testapi.TestUnitExecutionListener;
import org.pitest.testapi.TestUnitFinder;

/**
 * Hands each method of a test class to PIT as one test, with all its parameters. PIT's plugin for
 * JUnit runs a class to find its tests, and each class that is changed has a process that would run
 * them all first.
 */
public final class MethodUnits implements TestPluginFactory, Configuration, TestUnitFinder {
  /** What takes seconds would be run for each mutant that survives. */
  private static final TestTag SLOW = TestTag.create("slow");

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
    return "methods";
  }

  @Override
  public String description() {
    return "the methods of test classes";
  }
}
