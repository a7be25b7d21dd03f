package dev.mayfly.argocd;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * A compiled wildcard pattern. It is matched by stepping a set of states over the text, so that
 * time is pattern times text at worst; no pattern makes it explode.
 */
final class WildcardProgram {
  /** The end of the branch at which a text has matched, and of one that is still to be patched. */
  private static final int NOWHERE = -1;

  /** One state: takes a character, or without a predicate goes on to both targets at once. */
  private record State(IntPredicate accepts, int next, int other) {
    @SuppressWarnings("ReferenceEquality")
    boolean isFork() {
      return accepts == FORK;
    }
  }

  private static final IntPredicate FORK = c -> false;

  private final List<State> states;

  private WildcardProgram(List<State> states) {
    this.states = states;
  }

  boolean matches(String text) {
    BitSet current = new BitSet(states.size() + 1);
    reach(current, 0);
    int i = 0;
    while (i < text.length() && !current.isEmpty()) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      BitSet following = new BitSet(states.size() + 1);
      for (int s = current.nextSetBit(0); s >= 0; s = current.nextSetBit(s + 1)) {
        if (s < states.size() && states.get(s).accepts().test(c)) {
          reach(following, states.get(s).next());
        }
      }
      current = following;
    }
    return current.get(states.size());
  }

  /** Adds a state and all that forks lead to, without recursion. */
  private void reach(BitSet set, int start) {
    List<Integer> open = new ArrayList<>();
    open.add(start);
    while (!open.isEmpty()) {
      int s = open.removeLast();
      if (s == NOWHERE || set.get(s)) {
        continue;
      }
      set.set(s);
      if (s < states.size() && states.get(s).isFork()) {
        open.add(states.get(s).next());
        open.add(states.get(s).other());
      }
    }
  }

  /** Writes a program front to back, each part following the one before. */
  static final class Builder {
    private record Choice(int fork, List<Integer> ends) {}

    private final List<State> states = new ArrayList<>();
    private final List<Choice> choices = new ArrayList<>();

    void one(IntPredicate accepts) {
      states.add(new State(accepts, states.size() + 1, NOWHERE));
    }

    void many(IntPredicate accepts) {
      int start = states.size();
      states.add(new State(FORK, start + 1, start + 2));
      states.add(new State(accepts, start, NOWHERE));
    }

    void literal(int c) {
      one(actual -> actual == c);
    }

    boolean inChoice() {
      return !choices.isEmpty();
    }

    void openChoice() {
      choices.add(new Choice(states.size(), new ArrayList<>()));
      states.add(new State(FORK, states.size() + 1, NOWHERE));
    }

    void nextAlternative() {
      Choice choice = choices.removeLast();
      choice.ends().add(states.size());
      states.add(new State(FORK, NOWHERE, NOWHERE));
      patch(choice.fork(), states.get(choice.fork()).next(), states.size());
      choices.add(new Choice(states.size(), choice.ends()));
      states.add(new State(FORK, states.size() + 1, NOWHERE));
    }

    void closeChoice() {
      for (int end : choices.removeLast().ends()) {
        patch(end, states.size(), NOWHERE);
      }
    }

    private void patch(int state, int next, int other) {
      states.set(state, new State(FORK, next, other));
    }

    WildcardProgram build() {
      return new WildcardProgram(List.copyOf(states));
    }
  }
}
