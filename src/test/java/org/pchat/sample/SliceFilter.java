package org.pchat.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lets a line of public chat pass only if it may be published again in a sample.
 *
 * <p>Names: a word is <em>common</em> when at least {@value #CROWD} speakers used it on days on
 * which nobody went by it. A line passes only if each word is common, a short number, or the nick
 * of somebody present that day; such a nick becomes {@code @{nick}}. So nicks, real names, host
 * names, paths and identifiers that only a few people used never pass. Besides, lines with
 * addresses, numbers, credentials, private matters or rude words are left out.
 */
final class SliceFilter {
  /** Finds the nicks that {@link #pass} marked. */
  static final Pattern NAMED = Pattern.compile("@\\{([^}\\s]+)}");

  private static final int CROWD = 15;
  private static final int LONGEST = 80;
  private static final Pattern TOKEN = Pattern.compile("\\S+");
  private static final Pattern CORE = Pattern.compile("^[(\"'<]*(.*?)[)\"'>:;,.?!]*$");
  private static final Pattern NICK = Pattern.compile("[\\w|^`-]{2,}");
  private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,5}");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "\\S@\\S|@\\{|\\d+\\.\\d+\\.\\d+\\.|(?i:[0-9a-f]{2}:){2}|\\d{6}|\\d[- ]\\d{3}[- ]\\d{3}");
  private static final Pattern LINK = Pattern.compile("(?i)(?:\\w+://|www\\.)([^/\\s]*)\\S*");
  private static final Pattern KNOWN_HOST =
      Pattern.compile(
          "(?i)(?:[\\w-]+\\.)*(?:ubuntu\\.com|launchpad\\.net|debian\\.org|wikipedia\\.org|kernel\\.org"
              + "|gnome\\.org|kde\\.org|rust-lang\\.org|docs\\.rs|crates\\.io|help\\.ubuntu\\.com)");
  private static final Set<String> PRIVATE =
      setOf(
          "password passwords passwd passphrase login pw pin phone mobile email mail address ip ssn "
              + "girlfriend boyfriend wife husband mother mom dad father kid kids son daughter "
              + "married pregnant sick cancer doctor age born birthday religion god jesus muslim "
              + "jew jews christian islam allah bible politics president bush obama trump war "
              + "nazi hitler terrorist bomb gun guns suicide dead death murder drunk drugs weed "
              + "asl chick chicks ban banned kick kicked op ops troll trolls flame mute kickban "
              + "pirate pirated crack cracked warez serial torrent torrents porn name names "
              + "pastebin paste imagebin irc msg pm join channel country england germany france "
              + "rtfm trolling spanish italian dutch india america american americans german french indian chinese russian black "
              + "white colour race gender woman women girl girls boy boys female male man");

  /** Rude words and slurs, in ROT13 so that nobody has to read them. */
  private static final Set<String> RUDE =
      setOf(
          "shpx shpxvat shpxrq shpxva shpxre shpxref shpxf fuvg fuvgf fuvggl ohyyfuvg nff nffubyr "
              + "nffubyrf nefr ovgpu ovgpurf ovgpuvat onfgneq onfgneqf penc penccl qnza qnzavg tbqqnza "
              + "qnzarq uryy cvff cvffrq fhpx fhpxf fhpxrq fhpxvat fhpxre fghcvq vqvbg vqvbgf zbeba "
              + "zbebaf qhzo qhznff ybfre ybfref ergneq ergneqrq ergneqf ynzr ynzre abbo a00o abbof arjo "
              + "jgs fgsh qvpx qvpxf pbpx chffl phag juber fyhg gvgf obbof frk frkl frkhny ahqr "
              + "anxrq tnl tnlf yrfovna ubzb snt sntf snttbg dhrre avttre avttn wrex wrexf penml vafnar "
              + "yzsnb yznb ebsyznb ungr ungrf uhegf fphz ivetva encr encrq xvff ybir ubeal bzst bzt tbq "
              + "wrfhf puevfg fcnfgvp phz wvmm ohgg ohggf cbbc cbb sneg cvmmn obbo wnpxnff");

  private final Map<String, Set<String>> presentOn;
  private final Set<String> common;

  private SliceFilter(Map<String, Set<String>> presentOn, Set<String> common) {
    this.presentOn = presentOn;
    this.common = common;
  }

  /** Returns a filter that knows who was present when, and which words are common. */
  static SliceFilter learn(List<ChatLine> lines) {
    var presentOn = new HashMap<String, Set<String>>();
    for (ChatLine line : lines) {
      presentOn.computeIfAbsent(line.day(), d -> new HashSet<>()).add(line.nick());
    }
    var users = new HashMap<String, Set<String>>();
    for (ChatLine line : lines) {
      Set<String> present = presentOn.get(line.day());
      for (String word : line.isSpoken() ? line.words() : List.<String>of()) {
        Set<String> of = users.computeIfAbsent(word, w -> new HashSet<>());
        if (of.size() < CROWD && !present.contains(word)) {
          of.add(line.nick());
        }
      }
    }
    users.values().removeIf(of -> of.size() < CROWD);
    return new SliceFilter(presentOn, Set.copyOf(users.keySet()));
  }

  /** Returns the text with nicks marked, or nothing when the line must not be published. */
  Optional<String> pass(ChatLine line) {
    String text = line.text().strip();
    if (text.length() < 2
        || text.length() > LONGEST
        || text.charAt(0) == '!'
        || ADDRESS.matcher(text).find()
        || !knownLinks(text)
        || line.words().stream().anyMatch(SliceFilter::isUnwanted)) {
      return Optional.empty();
    }
    Set<String> present = presentOn.get(line.day());
    var parts = new ArrayList<String>();
    var tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      Optional<String> part = token(tokens.group(), parts.isEmpty(), present);
      if (part.isEmpty()) {
        return Optional.empty();
      }
      parts.add(part.get());
    }
    return Optional.of(String.join(" ", parts));
  }

  private Optional<String> token(String token, boolean first, Set<String> present) {
    var core = CORE.matcher(token);
    String nick = core.matches() ? core.group(1) : token;
    if (nick.isEmpty()) {
      return Optional.of(token);
    }
    boolean addressed = first && (token.endsWith(":") || token.endsWith(","));
    String lower = nick.toLowerCase(Locale.ROOT);
    if (present.contains(lower) && (addressed || !common.contains(lower))) {
      return !NICK.matcher(lower).matches()
          ? Optional.empty()
          : Optional.of(token.replace(nick, "@{" + lower + "}"));
    }
    boolean allCommon = ChatLine.words(token).stream().allMatch(this::isCommon);
    boolean maybeSomebody = first && token.endsWith(":");
    return allCommon && !maybeSomebody ? Optional.of(token) : Optional.empty();
  }

  private boolean isCommon(String word) {
    return common.contains(word) || SHORT_NUMBER.matcher(word).matches();
  }

  private static boolean isUnwanted(String word) {
    return PRIVATE.contains(word) || RUDE.contains(rot13(word));
  }

  private static boolean knownLinks(String text) {
    return LINK.matcher(text).results().allMatch(l -> KNOWN_HOST.matcher(l.group(1)).matches());
  }

  private static Set<String> setOf(String words) {
    return Set.copyOf(List.of(words.split(" ", -1)));
  }

  private static String rot13(String word) {
    return word.codePoints()
        .map(c -> c >= 'a' && c <= 'z' ? 'a' + (c - 'a' + 13) % 26 : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
