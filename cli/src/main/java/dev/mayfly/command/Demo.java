package dev.mayfly.command;

import dev.mayfly.admission.PreviewId;
import dev.mayfly.delivery.Closing;
import dev.mayfly.delivery.Desk;
import dev.mayfly.delivery.EventInquiry;
import dev.mayfly.delivery.Message;
import dev.mayfly.delivery.Opening;
import dev.mayfly.delivery.Outcome;
import dev.mayfly.delivery.Policy;
import dev.mayfly.delivery.PreviewSelection;
import dev.mayfly.delivery.StatusReader;
import dev.mayfly.delivery.Sweep;
import dev.mayfly.diagnostic.Fault;
import dev.mayfly.diagnostic.ProblemsException;
import dev.mayfly.git.CommitText;
import dev.mayfly.git.NewRepository;
import dev.mayfly.git.RefName;
import dev.mayfly.git.RemoteAccess;
import dev.mayfly.git.RemoteRepository;
import dev.mayfly.git.RemoteUrl;
import dev.mayfly.git.Retry;
import dev.mayfly.manifest.PlatformSet;
import dev.mayfly.manifest.Templates;
import dev.mayfly.platform.LoadedPlatform;
import dev.mayfly.platform.PlatformLoader;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.ImageDigest;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.PullRequestNumber;
import dev.mayfly.report.StatusTable;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** The story that {@code demo} tells, with the same parts that every other command uses. */
final class Demo {
  private static final RefName MAIN = RefName.branch("main");
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
    LoadedPlatform loaded = commitPlatform();
    try (RemoteRepository remote =
        RemoteRepository.open(
            RemoteUrl.parse(directory.toString()),
            RemoteAccess.anonymous(console.clock()),
            Connections.scratch(),
            new Retry(
                console.clock(),
                RandomGenerator.getDefault(),
                Thread::sleep,
                Duration.ofMinutes(1)))) {
      Desk desk = new Desk(remote, MAIN, Optional.empty(), message(), console.clock(), false);
      int limit = loaded.platform().admission().limit();
      say("2. Pull request 7 opens", opened(desk, 7, "a"));
      say("3. A push updates it", opened(desk, 7, "b"));
      for (int number = 8; number < 7 + limit; number++) {
        opened(desk, number, "a");
      }
      refused(desk, 7 + limit);
      out.println("\n5. What is there now\n");
      out.print(StatusTable.write(StatusReader.read(desk), console.clock().instant()).indent(3));
      say("6. Pull request 7 closes", closed(desk, 7));
      sweep(desk);
      out.println("\nEvery step was a commit; nothing but the previews' own folders was touched.");
    }
  }

  private LoadedPlatform commitPlatform() {
    byte[] platform = example();
    LoadedPlatform loaded = PlatformLoader.load("mayfly.yaml", platform);
    SortedMap<String, byte[]> files = new TreeMap<>();
    files.put("mayfly.yaml", platform);
    PlatformSet.files(loaded, new TreeSet<>(), Templates.bundled())
        .forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    CommitSha commit =
        NewRepository.create(
            directory,
            MAIN,
            files,
            new CommitText(
                "Mayfly",
                "mayfly@localhost",
                console.clock().instant(),
                "Add the preview platform",
                "",
                new LinkedHashMap<>()));
    out.println("1. The platform is rendered and committed: " + commit.shortHex() + "\n");
    files.keySet().forEach(path -> out.println("     " + path));
    return loaded;
  }

  /** The bundled example, delivering by push: there is no forge here to open pull requests at. */
  private static byte[] example() {
    try (InputStream in = Demo.class.getResourceAsStream("/demo/mayfly.yaml")) {
      if (in == null) {
        throw new IllegalStateException("the example is not in this program");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.replace("change: pull-request", "change: push").getBytes(StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Outcome opened(Desk desk, int number, String digit) {
    return new Opening(
            desk,
            new PreviewSelection(Optional.empty()),
            inquiry(desk, number, digit),
            (app, head) -> Map.of(app.images().getFirst().id(), DIGEST),
            Optional.empty(),
            List.of())
        .run()
        .outcome();
  }

  private void refused(Desk desk, int number) {
    out.println("\n4. Pull request " + number + " finds no place left\n");
    try {
      opened(desk, number, "a");
      throw new IllegalStateException("the limit did not hold");
    } catch (ProblemsException refusal) {
      if (refusal.fault() != Fault.REFUSED) {
        throw refusal;
      }
      out.println("     refused: " + refusal.getMessage());
    }
  }

  private Outcome closed(Desk desk, int number) {
    return new Closing(
            desk, new PreviewSelection(Optional.empty()), inquiry(desk, number, "b"), true)
        .run()
        .outcome();
  }

  private void sweep(Desk desk) {
    PreviewId merged = new PreviewId("orders", new PullRequestNumber(8));
    Sweep.Swept swept =
        new Sweep(
                desk,
                (policy, id) ->
                    id.equals(merged)
                        ? new Sweep.Answer.Goes("its pull request is merged")
                        : new Sweep.Answer.Stays(),
                false)
            .run();
    out.println("\n7. The close of pull request 8 was lost; a sweep finds it\n");
    swept
        .items()
        .forEach(
            item ->
                out.println(
                    "     "
                        + item.id()
                        + ": "
                        + item.word()
                        + (item.reason().isEmpty() ? "" : " (" + item.reason() + ")")));
  }

  private static EventInquiry inquiry(Desk desk, int number, String digit) {
    Policy policy = GitOpsOptions.policy(desk);
    PullRequest.Details details =
        new PullRequest.Details(
            PullRequest.State.OPEN,
            false,
            "Show stock levels on the order page",
            "mara",
            "feature/stock-levels",
            "main",
            Optional.of(policy.platform().apps().getFirst().repository()),
            Set.of("preview"));
    PullRequest pullRequest =
        new PullRequest(
            policy.platform().apps().getFirst().repository(),
            new PullRequestNumber(number),
            new CommitSha(digit.repeat(40)),
            details);
    return new EventInquiry(
        pullRequest,
        false,
        Optional.of(new TreeSet<>(Set.of("primitives/service/orders/main.go"))));
  }

  private static Message message() {
    return new Message("Mayfly", "mayfly@localhost", Version.text());
  }

  private void say(String headline, Outcome outcome) {
    out.println("\n" + headline + "\n");
    out.print("     " + outcome.word() + ": " + outcome.id());
    outcome.commit().ifPresent(commit -> out.print(" in commit " + commit.shortHex()));
    outcome.url().ifPresent(url -> out.print(", " + url));
    out.println();
  }
}
