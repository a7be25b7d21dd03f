package dev.mayfly.command;

import dev.mayfly.command.composition.Connections;
import dev.mayfly.command.console.Console;
import dev.mayfly.delivery.BundleMoves;
import dev.mayfly.delivery.BundleRevisions;
import dev.mayfly.delivery.Closing;
import dev.mayfly.delivery.Delivery;
import dev.mayfly.delivery.Opening;
import dev.mayfly.delivery.Outcome;
import dev.mayfly.delivery.OverlaySources;
import dev.mayfly.delivery.PreviewSelection;
import dev.mayfly.delivery.Proposals;
import dev.mayfly.delivery.Status;
import dev.mayfly.delivery.StatusSources;
import dev.mayfly.delivery.Sweep;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.Retry;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.report.StatusTable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The story that {@code demo} tells, with the same parts that every other command uses. */
final class Demo {
  private static final ImageDigest DIGEST = new ImageDigest("sha256:" + "5e".repeat(32));

  private final Console console;
  private final Path directory;
  private final PrintStream out;

  Demo(Console console, Path directory) {
    this.console = console;
    this.directory = directory;
    this.out = console.out();
  }

  void run() {
    LoadedPlatform loaded = DemoStage.commitPlatform(console, directory);
    try (RemoteRepository remote =
        RemoteRepository.open(
            RemoteUrl.parse(directory.toString()),
            RemoteAccess.anonymous(console.clock()),
            Connections.scratch(),
            new Retry(
                console.clock(),
                RandomGenerator.getDefault(),
                console.sleeper(),
                Duration.ofMinutes(1)))) {
      Delivery delivery =
          new Delivery(
              remote,
              DemoStage.MAIN,
              Optional.empty(),
              DemoStage.message(),
              console.clock(),
              false);
      int limit = loaded.platform().admission().limit();
      say("2. Pull request 7 opens", opened(delivery, 7, "a"));
      say("3. A push updates it", opened(delivery, 7, "b"));
      for (int number = 8; number < 7 + limit; number++) {
        opened(delivery, number, "a");
      }
      refused(delivery, 7 + limit);
      out.println("\n5. What is there now\n");
      out.print(
          StatusTable.write(
                  Status.read(delivery, Optional.empty(), policy -> StatusSources.NONE),
                  console.clock().instant())
              .indent(3));
      say("6. Pull request 7 closes", closed(delivery, 7));
      sweep(delivery);
      out.println("\nEvery step was a commit; nothing but the previews' own folders was touched.");
    }
  }

  private Outcome opened(Delivery delivery, int number, String digit) {
    return new Opening(
            delivery,
            new PreviewSelection(Optional.empty()),
            DemoStage.lookup(delivery, number, digit),
            new OverlaySources(
                (app, head) -> Map.of(app.images().getFirst().id(), DIGEST),
                OverlaySources.BackupSource.NONE,
                BundleRevisions.NONE,
                List.of()),
            Proposals.NONE,
            false)
        .run()
        .outcome();
  }

  private void refused(Delivery delivery, int number) {
    out.println("\n4. Pull request " + number + " finds no place left\n");
    try {
      opened(delivery, number, "a");
      throw new IllegalStateException("the limit did not hold");
    } catch (ProblemsException refusal) {
      if (refusal.fault() != Fault.REFUSED) {
        throw refusal;
      }
      out.println("     refused: " + refusal.getMessage());
    }
  }

  private Outcome closed(Delivery delivery, int number) {
    return new Closing(
            delivery,
            new PreviewSelection(Optional.empty()),
            DemoStage.lookup(delivery, number, "b"),
            true,
            Proposals.NONE)
        .run(delivery.view())
        .outcome();
  }

  private void sweep(Delivery delivery) {
    PreviewId merged = new PreviewId("orders", new PullRequestNumber(8));
    Sweep.Swept swept =
        new Sweep(
                delivery,
                (policy, id, repository) ->
                    id.equals(merged)
                        ? new Sweep.Answer.Goes("its pull request is merged")
                        : new Sweep.Answer.Stays(Optional.empty()),
                false,
                Proposals.NONE,
                Set.of(),
                BundleMoves.NONE)
            .run(delivery.view());
    out.println("\n7. The close of pull request 8 was lost; a sweep finds it\n");
    swept
        .items()
        .forEach(item ->
            out.println("     " + SyncOutput.line(item.id(), item.effect(), item.reason(), true)));
  }

  private void say(String headline, Outcome outcome) {
    out.println("\n" + headline + "\n");
    out.print("     " + outcome.effect().word() + ": " + outcome.id());
    outcome.commit().ifPresent(commit -> out.print(" in commit " + commit.shortHex()));
    outcome.url().ifPresent(url -> out.print(", " + url));
    out.println();
  }
}
