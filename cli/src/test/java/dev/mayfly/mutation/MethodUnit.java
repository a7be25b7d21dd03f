package dev.mayfly.mutation;

import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.CancellationToken;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherExecutionRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.pitest.testapi.Description;
import org.pitest.testapi.ResultCollector;
import org.pitest.testapi.TestUnit;

/** A method of a test class, which ends at its first failure: one is enough against a mutant. */
record MethodUnit(String id, Class<?> type) implements TestUnit {
  @Override
  public Description getDescription() {
    return new Description(id, type);
  }

  @Override
  public void execute(ResultCollector out) {
    out.notifyStart(getDescription());
    FirstFailure first = new FirstFailure();
    LauncherFactory.create()
        .execute(
            LauncherExecutionRequestBuilder.request(
                    LauncherDiscoveryRequestBuilder.request()
                        .selectors(DiscoverySelectors.selectUniqueId(id))
                        .build())
                .listeners(first)
                .cancellationToken(first.token)
                .build());
    if (first.failure == null) {
      out.notifyEnd(getDescription());
    } else {
      out.notifyEnd(getDescription(), first.failure);
    }
  }

  private static final class FirstFailure implements TestExecutionListener {
    private final CancellationToken token = CancellationToken.create();
    private @Nullable Throwable failure;

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
      if (result.getStatus() == TestExecutionResult.Status.FAILED && failure == null) {
        failure = result.getThrowable().orElseGet(AssertionError::new);
        token.cancel();
      }
    }
  }
}
