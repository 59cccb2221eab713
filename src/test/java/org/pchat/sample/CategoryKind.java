package org.pchat.sample;

import static org.pchat.sample.Company.CONTOSO;
import static org.pchat.sample.Company.FABRIKAM;
import static org.pchat.sample.Company.LITWARE;

import java.util.List;
import java.util.stream.IntStream;

/**
 * A kind of category: whom it lets in, whom it keeps out, and what it allows. Large pools have many
 * of each.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lists are immutable
enum CategoryKind {
  /** The whole company without its contractors. */
  COMPANY("Contoso", List.of(CONTOSO), List.of(), List.of(5), true, true),
  /** Folders of two companies, and a group. */
  ENGINEERING("Engineering & Research", List.of(), List.of(0, 6, 7), List.of(), true, true),
  /** Folders of two companies, and a group. */
  OPERATIONS("Operations \"24/7\"", List.of(), List.of(1, 10), List.of(), true, true),
  /** Two other companies. */
  PARTNERS("Партнёры / Partners", List.of(FABRIKAM, LITWARE), List.of(), List.of(), true, true),
  /** Everybody; all rooms are open, made by the server, and nobody manages them. */
  TOWN_HALL("Town Hall", List.of(CONTOSO, FABRIKAM, LITWARE), List.of(), List.of(), true, true),
  /** No invitations, no files. */
  PROJECTS("Projects <confidential>", List.of(), List.of(2, 3, 8), List.of(), false, true),
  /** No history: its rooms hold no messages. */
  HALLWAY("Hallway 'off the record'", List.of(CONTOSO), List.of(), List.of(), true, false);

  private final String title;
  private final List<Company> domains;
  private final List<Integer> folders;
  private final List<Integer> deniedFolders;
  private final boolean generous;
  private final boolean logged;

  CategoryKind(
      String title,
      List<Company> domains,
      List<Integer> folders,
      List<Integer> deniedFolders,
      boolean generous,
      boolean logged) {
    this.title = title;
    this.domains = domains;
    this.folders = folders;
    this.deniedFolders = deniedFolders;
    this.generous = generous;
    this.logged = logged;
  }

  String title() {
    return title;
  }

  /** Returns the companies whose domains are let in. */
  List<Company> domains() {
    return domains;
  }

  /** Returns the units whose folders are let in. */
  List<Integer> folders() {
    return folders;
  }

  /** Returns the units whose folders are kept out. */
  List<Integer> deniedFolders() {
    return deniedFolders;
  }

  /** Returns the units, ascending, whose users are let in and not kept out. */
  List<Integer> units() {
    return IntStream.range(0, Unit.LEAVERS).filter(this::admits).boxed().toList();
  }

  private boolean admits(int unit) {
    boolean allowed = domains.contains(Unit.ALL.get(unit).company()) || folders.contains(unit);
    return allowed && !deniedFolders.contains(unit);
  }

  /** Returns whether invitations and files are allowed. */
  boolean generous() {
    return generous;
  }

  /** Returns whether messages are kept. */
  boolean logged() {
    return logged;
  }
}
