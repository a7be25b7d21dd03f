package dev.mayfly.forge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A pull request as a stub forge keeps it. */
final class StubPull {
  final int number;
  String state = "open";
  boolean merged;
  boolean draft;
  boolean autoMerge;
  String title = "Add a page";
  String body = "";
  String branch = "page";
  String base = "main";
  String sha = "0123456789abcdef0123456789abcdef01234567";
  @Nullable String headRepository;
  final Set<String> labels = new TreeSet<>();
  final List<String> files = new ArrayList<>();

  StubPull(int number, @Nullable String headRepository) {
    this.number = number;
    this.headRepository = headRepository;
  }
}
