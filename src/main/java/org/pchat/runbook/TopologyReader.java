package org.pchat.runbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.pchat.document.BadDocumentException;
import org.pchat.document.XmlDocuments;
import org.pchat.problem.Location;
import org.pchat.problem.MalformedArchiveException;
import org.pchat.problem.Problem;
import org.pchat.problem.TopologyProblem;
import org.pchat.xml.EntryParser;
import org.pchat.xml.EntryParser.Event;
import org.pchat.xml.EntrySchema;
import org.pchat.xml.SchemaFinding;
import org.pchat.xml.XmlLimits;

/** Reads topology files ({@code schemas/topology.xsd}). */
public final class TopologyReader {
  private static final int MOST_BYTES = 1 << 20;
  private static final EntrySchema SCHEMA =
      EntrySchema.resource(
          TopologyReader.class,
          "topology.xsd",
          Map.of(
              "flag", "true or false",
              "name", "a name of 1 to 255 characters without line ends",
              "product", "LyncServer2013, SkypeForBusinessServer2015 or SkypeForBusinessServer2019",
              "databaseName", "a name of 1 to 128 characters without line ends",
              "use", "backups, copies, files, compliance, restore or work"));

  private final Location where;
  private final Map<String, List<Location>> places = new HashMap<>();

  private TopologyReader(Location where) {
    this.where = where;
  }

  /**
   * Reads a topology.
   *
   * @param in the document; not closed
   * @param where the file, for messages
   * @throws org.pchat.problem.ArchiveException if it is no sound XML, or not by the schema
   */
  public static Topology read(InputStream in, Location where) throws IOException {
    return new TopologyReader(where).read(in);
  }

  private Topology read(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw bad(where, "it is longer than " + MOST_BYTES + " bytes");
    }
    if (bytes.length == 0) {
      throw bad(where.at(1, 1), "it is empty");
    }
    String text;
    try {
      text = checked(bytes);
    } catch (MalformedArchiveException wrong) {
      // The advice of what was found is about entries of exports.
      Problem found = wrong.problem();
      throw bad(found.where(), found.finding());
    }
    try {
      return model(XmlDocuments.read(text, TopologyDocument.class));
    } catch (BadDocumentException wrong) {
      throw bad(where, (wrong.place() + " " + wrong.reason()).strip());
    }
  }

  /** Holds the document against the schema, notes where each element stands, and decodes it. */
  private String checked(byte[] bytes) throws IOException {
    var in = new ByteArrayInputStream(bytes);
    try (EntryParser parser = EntryParser.open(in, where, XmlLimits.defaults(), root -> SCHEMA)) {
      while (parser.advance() != Event.DONE) {
        refuse(parser.findings(1));
        if (parser.event() == Event.START) {
          places
              .computeIfAbsent(parser.name().local(), name -> new ArrayList<>())
              .add(parser.location());
        }
      }
      refuse(parser.findings(1));
      String text = new String(bytes, parser.encoding());
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    }
  }

  private static void refuse(List<SchemaFinding> findings) {
    if (!findings.isEmpty()) {
      throw new MalformedArchiveException(findings.get(0).problem());
    }
  }

  private static MalformedArchiveException bad(Location at, String what) {
    return new MalformedArchiveException(Problem.of(TopologyProblem.BAD_TOPOLOGY, at, what));
  }

  private <D, M> List<M> all(
      String element, @Nullable List<D> documents, BiFunction<D, Location, M> model) {
    List<M> models = new ArrayList<>();
    List<Location> at = places.getOrDefault(element, List.of());
    List<D> rows = documents == null ? List.of() : documents;
    for (int i = 0; i < rows.size(); i++) {
      models.add(model.apply(rows.get(i), at.get(i)));
    }
    return models;
  }

  private Topology model(TopologyDocument d) {
    List<Topology.Recovery> recovery =
        all(
            "recovery",
            d.recovery(),
            (r, at) ->
                new Topology.Recovery(r.goodExport(), r.sqlBackup(), r.room(), r.category()));
    return new Topology(
        d.product(),
        isTrue(d.lowLatency()),
        all("site", d.site(), (s, at) -> new Topology.Site(s.name(), at)),
        all(
            "frontEndPool",
            d.frontEndPool(),
            (p, at) -> new Topology.FrontEndPool(p.fqdn(), p.site(), p.pairedWith(), at)),
        all(
            "edgePool",
            d.edgePool(),
            (p, at) -> new Topology.EdgePool(p.fqdn(), p.site(), p.nextHop(), at)),
        all("chatPool", d.chatPool(), (p, at) -> new Topology.ChatPool(p.fqdn(), at)).get(0),
        all(
            "chatServer",
            d.chatServer(),
            (s, at) -> new Topology.ChatServer(s.fqdn(), s.site(), isTrue(s.active()), at)),
        all(
            "sqlInstance",
            d.sqlInstance(),
            (i, at) -> new Topology.Instance(i.name(), i.fqdn(), i.instance(), i.site(), at)),
        all("database", d.database(), TopologyReader::database),
        all("share", d.share(), (s, at) -> new Topology.Share(use(s.use()), s.path(), at)),
        recovery.isEmpty() ? new Topology.Recovery(null, null, null, null) : recovery.get(0),
        where);
  }

  private static Topology.Database database(TopologyDocument.Database d, Location at) {
    return new Topology.Database(
        d.name(), d.primary(), d.mirror(), d.backup(), d.backupMirror(), at);
  }

  private static boolean isTrue(@Nullable String flag) {
    return flag != null && (flag.strip().equals("true") || flag.strip().equals("1"));
  }

  private static Topology.Use use(String word) {
    return Arrays.stream(Topology.Use.values())
        .filter(use -> use.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
