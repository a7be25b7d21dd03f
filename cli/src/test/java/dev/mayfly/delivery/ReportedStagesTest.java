package dev.mayfly.delivery;

import static dev.mayfly.delivery.DeliveryCase.id;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mayfly.delivery.LifeStage.Delivered;
import dev.mayfly.diagnostic.Problem;
import dev.mayfly.forge.Deployment;
import dev.mayfly.forge.Forge;
import dev.mayfly.forge.ForgeBench;
import dev.mayfly.forge.StubReports;
import dev.mayfly.manifest.YamlDraft;
import dev.mayfly.platform.ForgeSettings;
import dev.mayfly.preview.CommitSha;
import dev.mayfly.preview.PreviewId;
import dev.mayfly.preview.PullRequest;
import dev.mayfly.preview.RepositoryName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is reported of a preview at the forge, and what a comment makes of what others reported. */
class ReportedStagesTest {
  private static final RepositoryName SHOP = new RepositoryName("acme/shop");
  private static final CommitSha SHA = new CommitSha("0123456789abcdef0123456789abcdef01234567");
  private static final PreviewId ID = id("orders", 7);
  private static final Optional<String> URL = Optional.of("https://orders-7.preview.example.dev");
  private static final Delivered DELIVERED = new Delivered(SHA, URL, "a word");
  private static final String NOTIFYING =
      "{githubApp: {id: '4711', installation: '815'}, url: https://argocd.example.dev}";

  private final ForgeBench bench = new ForgeBench();
  private final List<Problem> warnings = new ArrayList<>();
  private final YamlDraft silent = DeliveryCase.draft().with("spec.apps.0.repository", "acme/shop");
  private final YamlDraft telling = silent.with("spec.forge.deployments", "true");
  private Forge forge;

  @BeforeEach
  void start() {
    forge = bench.fresh(ForgeSettings.Kind.GITHUB);
  }

  @AfterEach
  void stop() {
    bench.close();
  }

  @Test
  void aStageIsToldWhereThePlatformWantsIt() {
    Deployments deployments = deployments(telling);
    assertThat(told(deployments, new LifeStage.Waiting(SHA, URL, Optional.empty(), false)))
        .isEqualTo("queued");
    assertThat(told(deployments, DELIVERED)).isEqualTo("in_progress");
    assertThat(bench.stub().reports.urls).contains(URL.orElseThrow());
    assertThat(bench.stub().reports.all().getLast().environment()).isEqualTo("orders/pr-7");
    assertThat(told(deployments, new LifeStage.Gone(""))).isEqualTo("inactive");
    int wishes = bench.stub().reports.wishes;
    assertThat(told(deployments, new LifeStage.Unknown())).isEmpty();
    assertThat(deployments.report(SHOP, ID, new LifeStage.Gone(""), Optional.empty(), true))
        .isEqualTo(Deployments.Reported.NOTHING);
    assertThat(told(deployments(silent), DELIVERED)).isEmpty();
    assertThat(bench.stub().reports.wishes).isEqualTo(wishes);
  }

  /** What the cluster tells itself is not taken back by a change. */
  @Test
  void aChangeIsNewsUnlessTheClusterTells() {
    report("success", "");
    assertThat(told(deployments(telling.with("spec.argocd.notifications", NOTIFYING)), DELIVERED))
        .isEqualTo("success");
    assertThat(told(deployments(telling), DELIVERED)).isEqualTo("in_progress");
  }

  @Test
  void whoWaitedTellsTheEnd() {
    PullRequest source = new PullRequest(SHOP, ID.number(), SHA);
    assertThat(deployments(telling).reportEnd(source, ID, URL, Deployment.live())).isEmpty();
    assertThat(last().state()).isEqualTo("success");
  }

  @Test
  void aTokenThatMayNotIsToldOnce() {
    bench.stub().reports.refusal = 403;
    Deployments deployments = deployments(telling);
    Deployments.Reported first = deployments.report(SHOP, ID, DELIVERED, Optional.of(SHA), true);
    assertThat(first.stands()).isEmpty();
    assertThat(first.warning())
        .hasValueSatisfying(it -> {
          assertThat(it.message()).startsWith("the preview is not reported at the forge: ");
          assertThat(it.hint())
              .isEqualTo(
                  "give the token the right Deployments: write, or leave out `forge.deployments`");
        });
    assertThat(deployments.report(SHOP, ID, DELIVERED, Optional.of(SHA), true))
        .isEqualTo(Deployments.Reported.NOTHING);
    PullRequest source = new PullRequest(SHOP, ID.number(), SHA);
    assertThat(deployments(telling).reportEnd(source, ID, URL, Deployment.live())).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"success, Live", "failure, Failed", "in_progress, Delivered", "inactive, Delivered"})
  void whatAClusterReportedIsKnown(String state, String stage) {
    report(state, "as Argo CD says");
    assertThat(known(telling, DELIVERED, Optional.empty()).getClass().getSimpleName())
        .isEqualTo(stage);
    assertThat(
            known(silent.with("spec.argocd.notifications", NOTIFYING), DELIVERED, Optional.empty()))
        .isEqualTo(known(telling, DELIVERED, Optional.empty()));
    assertThat(known(silent, DELIVERED, Optional.empty())).isEqualTo(DELIVERED);
    assertThat(known(telling, new LifeStage.Gone(""), Optional.empty()))
        .isEqualTo(new LifeStage.Gone(""));
    assertThat(warnings).isEmpty();
  }

  @Test
  void whatIsKnownIsNotAskedFor() {
    Optional<Deployment> failed = Optional.of(Deployment.failed("it crashed"));
    assertThat(known(telling, DELIVERED, failed))
        .isEqualTo(new LifeStage.Failed(SHA, URL, "it crashed"));
    assertThat(known(telling, DELIVERED, Optional.of(Deployment.live())))
        .isEqualTo(new LifeStage.Live(SHA, URL, "a word"));
    assertThat(deployments(telling).known(SHOP, ID, DELIVERED, failed, it -> false, warnings))
        .as("of what was")
        .isEqualTo(DELIVERED);
  }

  @Test
  void whatCannotBeReadIsSaidOnce() {
    bench.stub().reports.unreadable = true;
    Deployments deployments = deployments(telling);
    for (int i = 0; i < 2; i++) {
      assertThat(deployments.known(SHOP, ID, DELIVERED, Optional.empty(), it -> true, warnings))
          .isEqualTo(DELIVERED);
    }
    assertThat(warnings)
        .singleElement()
        .satisfies(it -> {
          assertThat(it.message())
              .startsWith("what the cluster reported of the preview is not known: ");
          assertThat(it.hint())
              .startsWith("give the token the right Deployments: read; until then");
        });
  }

  private void report(String state, String said) {
    bench.stub().reports.add(SHA.hex(), "orders/pr-7", state, said);
  }

  private StubReports.Report last() {
    return bench.stub().reports.all().getLast();
  }

  private String told(Deployments deployments, LifeStage stage) {
    return deployments
        .report(SHOP, ID, stage, Optional.of(SHA), true)
        .stands()
        .map(it -> it.state().word())
        .orElse("");
  }

  private LifeStage known(YamlDraft draft, LifeStage stage, Optional<Deployment> stands) {
    return deployments(draft).known(SHOP, ID, stage, stands, it -> true, warnings);
  }

  private Deployments deployments(YamlDraft draft) {
    return new Deployments(forge, DeliveryCase.policy(draft).platform());
  }
}
