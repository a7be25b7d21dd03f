package dev.mayfly.registry;

import dev.mayfly.diagnostic.Activity;
import dev.mayfly.diagnostic.Activity.Step;
import dev.mayfly.diagnostic.ProblemsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import land.oras.Registry;
import land.oras.auth.AuthStore;
import land.oras.auth.AuthStoreAuthenticationProvider;

/**
 * How registries are reached.
 *
 * @param authorities PEM file of those who may vouch for registries, when not Java's own list
 * @param credentials files in the format of Docker's {@code config.json}; those absent are skipped
 * @param limit how long one tag may take, redirects and log-in included
 * @param activity who is told of what takes time
 */
public record RegistryAccess(
    Optional<Path> authorities, List<Path> credentials, Duration limit, Activity activity) {
  public RegistryAccess {
    credentials = List.copyOf(credentials);
  }

  /** ORAS's client, which reads the credentials when it is made. */
  Registry registry() {
    Registry.Builder builder =
        Registry.builder()
            .withAuthProvider(new AuthStoreAuthenticationProvider(AuthStore.newStore(credentials)));
    authorities.ifPresent(it -> builder.withCaFile(it));
    return builder.build();
  }

  /**
   * Asks within the limit. The library limits the time to connect only, and whoever is asked may
   * answer for ever.
   *
   * @param what what is asked, as it may be shown
   * @param failed what to throw where no answer was had, by what happened
   * @param explain what to throw for what the question threw
   */
  <T> T within(
      String what,
      Callable<T> asking,
      Function<String, ProblemsException> failed,
      Function<Throwable, ProblemsException> explain) {
    FutureTask<T> question = new FutureTask<>(asking);
    Thread thread = Thread.ofVirtual().start(question);
    try (Step step = activity.begin("asking", what)) {
      step.outcome("no answer");
      T answer = question.get(limit.toMillis(), TimeUnit.MILLISECONDS);
      step.outcome("answered");
      return answer;
    } catch (TimeoutException e) {
      throw failed.apply("did not answer within " + limit.toSeconds() + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw failed.apply("was not waited for");
    } catch (ExecutionException e) {
      throw explain.apply(Objects.requireNonNullElse(e.getCause(), e));
    } finally {
      thread.interrupt();
    }
  }
}
