package dev.mayfly.mutation;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.pitest.classinfo.ClassByteArraySource;
import org.pitest.help.PitHelpError;
import org.pitest.testapi.Configuration;
import org.pitest.testapi.TestGroupConfig;
import org.pitest.testapi.TestPluginFactory;
import org.pitest.testapi.TestSuiteFinder;
import org.pitest.testapi.TestUnitFinder;

/**
 * Hands tests to PIT without running any. PIT's plugin for JUnit runs a class to find its tests,
 * and each class that is changed has a process that would run them all first.
 */
public abstract class TestUnits implements TestPluginFactory, Configuration, TestUnitFinder {
  private final String name;
  private final String description;

  protected TestUnits(String name, String description) {
    this.name = name;
    this.description = description;
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
    return name;
  }

  @Override
  public String description() {
    return description;
  }
}
