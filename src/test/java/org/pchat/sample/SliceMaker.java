package org.pchat.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * Chooses the slice of real chat that samples are made from. Run once, by hand; its output is the
 * resource {@code chat.tsv}.
 *
 * <p>Of the lines that {@link SliceFilter} lets pass, each joins the topic that its words name, or
 * else the topic that its speaker, or the one spoken to, was on within the last lines. Topic and
 * era make a thread. Of each thread whole days are taken in a seeded order until it has its share.
 *
 * <p>Columns: topic, era, time (local time, taken as UTC), kind, speaker, text. Speakers are
 * numbers counted from 0; {@code @{7}} in a text stands for the name of speaker 7.
 */
public final class SliceMaker {
  private static final long SEED = 2;
  private static final int MEMORY = 40;

  private record Taken(Topic topic, String era, ChatLine line, String text) {
    String thread() {
      return topic + " " + era;
    }
  }

  private final SliceFilter filter;
  private final List<Taken> passed = new ArrayList<>();

  private SliceMaker(List<ChatLine> lines) {
    filter = SliceFilter.learn(lines);
    var days = new LinkedHashMap<String, List<ChatLine>>();
    lines.forEach(l -> days.computeIfAbsent(l.day(), d -> new ArrayList<>()).add(l));
    days.values().forEach(this::listen);
  }

  /**
   * Makes the slice.
   *
   * @param args the path of {@code irc.tsv.gz}, the path to write
   */
  public static void main(String[] args) throws IOException {
    var maker = new SliceMaker(read(Path.of(args[0])));
    try (var out = new PrintStream(Files.newOutputStream(Path.of(args[1])), false, UTF_8)) {
      maker.write(out);
    }
  }

  private static List<ChatLine> read(Path file) throws IOException {
    try (var in =
        new BufferedReader(
            new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), UTF_8))) {
      return in.lines().map(ChatLine::parse).toList();
    }
  }

  private void listen(List<ChatLine> day) {
    var topicOf = new HashMap<String, Topic>();
    var heardAt = new HashMap<String, Integer>();
    for (int i = 0; i < day.size(); i++) {
      ChatLine line = day.get(i);
      if (!line.isSpoken()) {
        continue;
      }
      int oldest = i - MEMORY;
      Topic topic =
          topic(line)
              .or(() -> recent(line.nick(), topicOf, heardAt, oldest))
              .or(() -> line.addressee().flatMap(a -> recent(a, topicOf, heardAt, oldest)))
              .orElse(null);
      if (topic == null) {
        continue;
      }
      for (String who : line.involved()) {
        topicOf.put(who, topic);
        heardAt.put(who, i);
      }
      filter.pass(line).ifPresent(text -> passed.add(new Taken(topic, era(line), line, text)));
    }
  }

  private static Optional<Topic> recent(
      String nick, Map<String, Topic> topicOf, Map<String, Integer> heardAt, int oldest) {
    return heardAt.getOrDefault(nick, -1) >= Math.max(0, oldest)
        ? Optional.of(topicOf.get(nick))
        : Optional.empty();
  }

  private static Optional<Topic> topic(ChatLine line) {
    if (line.channel().equals("rust")) {
      return Optional.of(Topic.RUST);
    }
    for (String word : line.words()) {
      for (Topic topic : Topic.values()) {
        if (topic.hears(word)) {
          return Optional.of(topic);
        }
      }
    }
    return Optional.empty();
  }

  private static String era(ChatLine line) {
    int year = line.year();
    return year <= 2006
        ? "2004-2006"
        : year <= 2009 ? "2007-2009" : year <= 2012 ? "2010-2012" : "2013-2019";
  }

  private void write(PrintStream out) {
    var threads = new TreeMap<String, List<Taken>>();
    passed.forEach(t -> threads.computeIfAbsent(t.thread(), k -> new ArrayList<>()).add(t));
    var random = new Random(SEED);
    var speakers = new HashMap<String, Integer>();
    for (List<Taken> thread : threads.values()) {
      int share = 75 + random.nextInt(95) + (random.nextInt(4) == 0 ? 130 : 0);
      for (Taken taken : choose(thread, share, random)) {
        out.printf(
            "%s\t%s\t%s\t%s\t%d\t%s\n",
            taken.topic(),
            taken.era(),
            taken.line().time(),
            taken.line().kind(),
            number(speakers, taken.line().nick()),
            numbered(taken.text(), speakers));
      }
    }
  }

  private static List<Taken> choose(List<Taken> thread, int share, Random random) {
    var days = new LinkedHashMap<String, List<Taken>>();
    thread.forEach(t -> days.computeIfAbsent(t.line().day(), d -> new ArrayList<>()).add(t));
    var order = new ArrayList<>(days.values());
    Collections.shuffle(order, random);
    var chosen = new ArrayList<Taken>();
    for (List<Taken> day : order) {
      if (chosen.size() < share && day.size() >= 5) {
        chosen.addAll(day.subList(0, Math.min(day.size(), share - chosen.size())));
      }
    }
    chosen.sort(Comparator.comparing(t -> t.line().time()));
    return chosen;
  }

  private static int number(Map<String, Integer> speakers, String nick) {
    return speakers.computeIfAbsent(nick, n -> speakers.size());
  }

  private static String numbered(String text, Map<String, Integer> speakers) {
    return SliceFilter.NAMED
        .matcher(text)
        .replaceAll(m -> "@{" + number(speakers, m.group(1)) + "}");
  }
}
