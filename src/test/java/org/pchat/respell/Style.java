package org.pchat.respell;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.pchat.fixture.MemorySource;

/** A spelling made of choices; each choice has a plain default. */
public final class Style implements Respelling {
  /** How GUIDs are written. */
  public enum Guids {
    PLAIN,
    BRACED_UPPER,
    BARE
  }

  /** How times are written. */
  public enum Times {
    ISO,
    TICKS,
    UNIX_MILLIS,
    LOCAL
  }

  /** How records refer to others. */
  public enum References {
    GUID,
    ID,
    URI
  }

  /** How records lie in files. */
  public enum Division {
    ONE_FILE,
    FILE_PER_TABLE,
    FILE_PER_ROOM
  }

  final String name;
  Map<String, String> names = Map.of();
  UnaryOperator<String> casing = UnaryOperator.identity();
  boolean attributes;
  boolean alphabetical;
  boolean nil;
  boolean nestedMessages;
  boolean nestedRooms;
  boolean nestedPermissions;
  boolean oneNode;
  boolean numbers;
  boolean textInside;
  boolean lookups;
  boolean rows;
  String namespace = "";
  Charset charset = StandardCharsets.UTF_8;
  Guids guids = Guids.PLAIN;
  Times times = Times.ISO;
  References references = References.GUID;
  Division division = Division.FILE_PER_TABLE;
  String[] flags = {"false", "true"};
  Set<String> dropped = Set.of();
  Map<String, String> renamed = new LinkedHashMap<>();

  /** Makes a style of plain choices. */
  public Style(String name) {
    this.name = name;
  }

  /** Names of elements and fields by those of the model: {@code Room}, {@code Room.guid}. */
  public Style names(Map<String, String> newNames) {
    names = newNames;
    return this;
  }

  /** How names that {@link #names} does not give are changed. */
  public Style casing(UnaryOperator<String> newCasing) {
    casing = newCasing;
    return this;
  }

  /** Fields are attributes. */
  public Style attributes() {
    attributes = true;
    return this;
  }

  /** Fields come in alphabetical order, and absent ones say so. */
  public Style dataContract() {
    alphabetical = true;
    nil = true;
    return this;
  }

  /** Messages stand in their room. */
  public Style nestedMessages() {
    nestedMessages = true;
    return this;
  }

  /** Rooms stand in their category. */
  public Style nestedRooms() {
    nestedRooms = true;
    return this;
  }

  /** Members, managers and so on stand in their room or category. */
  public Style nestedPermissions() {
    nestedPermissions = true;
    return this;
  }

  /** Rooms and categories are one element. */
  public Style oneNode() {
    oneNode = true;
    return this;
  }

  /** Closed sets are spelled by number; the roles have a table. */
  public Style numbers(boolean withLookups) {
    numbers = true;
    lookups = withLookups;
    return this;
  }

  /** Every record is a {@code row}; only the name of its file says what it is. */
  public Style rows() {
    rows = true;
    return this;
  }

  /** The text of a message is the text of its element. */
  public Style textInside() {
    textInside = true;
    return this;
  }

  /** Everything is in a namespace. */
  public Style namespace(String newNamespace) {
    namespace = newNamespace;
    return this;
  }

  /** The encoding. */
  public Style charset(Charset newCharset) {
    charset = newCharset;
    return this;
  }

  /** The form of GUIDs. */
  public Style guids(Guids newGuids) {
    guids = newGuids;
    return this;
  }

  /** The form of times. */
  public Style times(Times newTimes) {
    times = newTimes;
    return this;
  }

  /** The form of references. */
  public Style references(References newReferences) {
    references = newReferences;
    return this;
  }

  /** The division into files. */
  public Style division(Division newDivision) {
    division = newDivision;
    return this;
  }

  /** The spelling of false and true. */
  public Style flags(String no, String yes) {
    flags = new String[] {no, yes};
    return this;
  }

  /** Fields that are left out. */
  public Style dropped(Set<String> fields) {
    dropped = fields;
    return this;
  }

  /** A field, as {@code Room.name}, under another name. */
  public Style renamed(String field, String newName) {
    renamed.put(field, newName);
    return this;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Map<String, byte[]> entries(MemorySource snapshot) throws IOException {
    return new StyledWriter(this, snapshot).entries();
  }

  /** Returns the name of an element or field. */
  String name(String model) {
    String given = renamed.get(model);
    if (given == null) {
      given = names.get(model);
    }
    if (given == null && model.contains(".")) {
      String field = model.substring(model.indexOf('.') + 1);
      given = names.containsKey("*." + field) ? names.get("*." + field) : casing.apply(field);
    }
    return given == null ? casing.apply(model) : given;
  }

  @Override
  public String toString() {
    return name;
  }
}
