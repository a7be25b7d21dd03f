package dev.mayfly.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A pull request as a stub forge keeps it. */
public final class StubPull {
  public final int number;
  public String state = "open";
  public boolean merged;
  public String mergedAt = "2026-11-01T10:00:00Z";
  public boolean draft;
  public boolean autoMerge;
  int answersSinceGone;
  int answersUntilMerged;
  public String author = "ada";
  public String updatedAt = "2026-11-03T10:00:00Z";
  public String pushedAt = "2026-11-01T10:00:00Z";
  public String title = "Add a page";
  public String body = "";
  public String url = "https://elsewhere.example/";
  public String branch = "page";
  public String base = "main";

  /** Empty where the forge does not know the commit. */
  public String sha = "0123456789abcdef0123456789abcdef01234567";

  public @Nullable String headRepository;
  public final Set<String> labels = new TreeSet<>();
  public final List<String> files = new ArrayList<>();

  public StubPull(int number, @Nullable String headRepository) {
    this.number = number;
    this.headRepository = headRepository;
  }
}
