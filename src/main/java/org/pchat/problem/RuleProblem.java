package org.pchat.problem;

/**
 * What can be wrong with a pool whose records are all well spelled and refer to each other
 * properly. All are warnings, which a strict check takes for errors where the rule is no deduction
 * of ours (docs/format.md, "Rules of a sound pool").
 */
public enum RuleProblem implements ProblemCode {
  NO_ROOT(
      "RULE-001",
      "no category is the root, the one without a parent",
      "take the root from another export, or have the pool exported again"),
  SECOND_ROOT(
      "RULE-002",
      "the category %s has no parent, and there is a root already: %s",
      "give it the root as its parent, or have the pool exported again"),
  DEEP_CATEGORY(
      "RULE-003",
      "the category %s stands below the category %s, not directly below the root",
      "expect it from Group Chat 2010 only; later servers have one level of categories"),
  CIRCLE(
      "RULE-004",
      "the category %s is, by way of its parents, below itself",
      "correct its parent, or have the pool exported again"),
  ROOM_BELOW_ROOT(
      "RULE-005", "the room %s stands directly below the root", "move it to a category"),
  ROOM_NAME_TWICE(
      "RULE-006",
      "the room %s has the name \"%s\", which the room %s has too",
      "rename one of the two"),
  CATEGORY_NAME_TWICE(
      "RULE-007",
      "the category %s has the name \"%s\", which the category %s has too",
      "rename one of the two"),
  ADD_IN_NAME_TWICE(
      "RULE-008",
      "the add-in %s has the name \"%s\", which the add-in %s has too",
      "rename one of the two"),
  NAME_OF_CATEGORY(
      "RULE-009",
      "the room %s has the name \"%s\", which the category %s has too",
      "rename one of the two"),
  TOO_LONG(
      "RULE-010",
      "the %s of the %s is too long for its column: it has %s characters",
      "shorten it"),
  EMPTY("RULE-011", "the %s of the %s is empty", "give it one, or have the pool exported again"),
  NODE_ID_TWICE(
      "RULE-012",
      "the %s has the database id %s, which another category or room has too",
      "have the pool exported again; two exports may have been mixed"),
  PRINCIPAL_ID_TWICE(
      "RULE-013",
      "the %s has the database id %s, which another principal has too",
      "have the pool exported again; two exports may have been mixed"),
  UNUSED_TYPE(
      "RULE-014",
      "the type of the %s is %s, which principals do not have",
      "correct the type, or have the pool exported again"),
  USER_WITHOUT_SIP(
      "RULE-015",
      "the %s is a user, and its URI \"%s\" is no SIP address",
      "correct the type or the URI"),
  OTHER_GROUP_URI(
      "RULE-016",
      "the URI \"%2$s\" of the %1$s holds another GUID than its own",
      "correct the GUID or the URI"),
  NAMES_OF_NO_USER(
      "RULE-017",
      "the %s has a %s, and is no user: its type is %s",
      "correct the type, or have the pool exported again"),
  URI_TWICE(
      "RULE-018",
      "the %s has the URI \"%s\", which another principal has that is not deleted",
      "find out which account is in use"),
  ROOM_INVITES(
      "RULE-019",
      "the room %s sends invitations by itself; a room inherits that or has it off",
      "leave the value out, or set it to false"),
  UPDATED_BEFORE_ADDED(
      "RULE-020",
      "the %s was updated on %s, before it was added on %s",
      "have the pool exported again if more times are wrong"),
  LATER_THAN_SNAPSHOT(
      "RULE-021",
      "the %s of the %s is %s, more than a day after the snapshot was taken",
      "check the clocks of the servers, and the manifest's time"),
  IMPLAUSIBLE_TIME(
      "RULE-022",
      "the %s of the %s is %s, when there was no Persistent Chat",
      "check the clocks of the servers, or have the pool exported again"),
  BEFORE_START(
      "RULE-023",
      "the %s is of %s, and the export says that it begins on %s",
      "correct the manifest, or have the pool exported again"),
  ROLE_MISPLACED(
      "RULE-024",
      "the %s is of a kind that a %s does not have",
      "give the role on the right category or room"),
  ON_THE_ROOT(
      "RULE-025",
      "the %s is on the root, which cannot be changed",
      "expect it from Group Chat 2010 only; give it on categories or rooms"),
  OUTSIDE_SCOPE(
      "RULE-026",
      "the scopes of the category %2$s do not admit the principal of the %1$s",
      "admit the principal to the category, or take the role away"),
  UNCERTAIN_SCOPE(
      "RULE-027",
      "of %s roles in the category %s it cannot be told whether its scopes admit them",
      "look up the members of the groups that are allowed or denied there"),
  VOICED_IN_NORMAL_ROOM(
      "RULE-028",
      "the %s makes a presenter, and the room is no auditorium",
      "make the room an auditorium, or take the role away"),
  PRESENTER_NO_MEMBER(
      "RULE-029",
      "the %s makes a presenter of somebody who is no member of the room",
      "make the presenter a member, too"),
  DELETED_HOLDER(
      "RULE-030",
      "the %s is held by an account that was deleted from the directory",
      "expect an import to refuse it, or to ignore it"),
  ID_NOT_POSITIVE(
      "RULE-031",
      "the %s has the number %s, and numbers begin at 1",
      "have the pool exported again"),
  BEYOND_LAST_ID(
      "RULE-032",
      "the %s has a number beyond %s, the last one that its room says to have given out",
      "have the pool exported again; an import may give out numbers twice"),
  TIME_GOES_BACK(
      "RULE-033",
      "the %s was sent on %s, before the message that precedes it by number, sent on %s",
      "check the clocks of the servers at that time"),
  NO_AUTHOR("RULE-034", "the %s has no author", "have the pool exported again"),
  TWO_AUTHORS(
      "RULE-035",
      "the %s has an author and an authorRaw, which is for messages whose author is not known",
      "leave one of the two out"),
  RTF_NOT_8_BIT(
      "RULE-036",
      "the rich text of the %s holds U+%s, and its column has 8 bits a character",
      "write the character as an RTF escape"),
  NO_RTF(
      "RULE-037",
      "the rich text of the %s does not begin with {\\rtf",
      "leave it out; clients will show the plain text"),
  RTF_WITHOUT_TEXT(
      "RULE-038",
      "the %s has a rich text and no plain one, which searches and old clients need",
      "have the pool exported again if there are more of them");

  private final Definition definition;

  RuleProblem(String id, String wording, String advice) {
    this.definition = new Definition(id, Severity.WARNING, wording, advice);
  }

  @Override
  public Definition definition() {
    return definition;
  }
}
