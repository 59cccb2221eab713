package org.pchat.infer;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One way to read the whole archive.
 *
 * @param principals the principals; several elements where users and groups are told apart
 * @param rooms the rooms
 * @param categories the categories; null where there are none
 * @param split what tells rooms from categories where both are one element; else null
 * @param addIns the add-ins; null where there are none
 * @param messages the messages; several elements where they are divided
 * @param permissions the roles and scopes
 * @param score the evidence for all of it
 */
record Reading(
    List<Match> principals,
    Match rooms,
    @Nullable Match categories,
    Nodes.@Nullable Split split,
    @Nullable Match addIns,
    List<Match> messages,
    List<Permission> permissions,
    double score) {
  Reading {
    principals = List.copyOf(principals);
    messages = List.copyOf(messages);
    permissions = List.copyOf(permissions);
  }

  /** Returns the same with roles and scopes. */
  Reading with(List<Permission> newPermissions) {
    return new Reading(
        principals, rooms, categories, split, addIns, messages, newPermissions, score);
  }

  /** Returns the candidates that are read as records. */
  List<Candidate> candidates() {
    var used = new ArrayList<Candidate>();
    principals.forEach(match -> used.add(match.candidate()));
    used.add(rooms.candidate());
    if (categories != null) {
      used.add(categories.candidate());
    }
    if (addIns != null) {
      used.add(addIns.candidate());
    }
    messages.forEach(match -> used.add(match.candidate()));
    permissions.forEach(permission -> used.add(permission.match().candidate()));
    return used;
  }

  /** Returns all matches. */
  List<Match> matches() {
    var all = new ArrayList<Match>(principals);
    if (addIns != null) {
      all.add(addIns);
    }
    if (categories != null) {
      all.add(categories);
    }
    all.add(rooms);
    permissions.forEach(permission -> all.add(permission.match()));
    all.addAll(messages);
    return all;
  }

  /**
   * Roles or scopes.
   *
   * @param match what was found
   * @param word the role or access that the element's own name says; null where a column does
   */
  record Permission(Match match, @Nullable String word) {}
}
