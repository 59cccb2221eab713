package org.pchat.runbook;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.pchat.problem.Location;

/** The sample topologies, and changes to them. */
final class Topologies {
  static final List<String> SAMPLES = List.of("contoso", "contoso-split", "contoso-mirrored");

  private Topologies() {}

  static String xml(String sample) throws IOException {
    return Files.readString(Path.of("samples/topology-" + sample + ".xml"));
  }

  static Topology of(String xml) throws IOException {
    return TopologyReader.read(
        new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)),
        Location.of(null, "topology.xml"));
  }

  static Runbook runbook(Scenario scenario, String sample) throws IOException {
    return Runbook.of(scenario, of(xml(sample)));
  }

  static String written(Runbook runbook, Format format) throws IOException {
    var out = new StringWriter();
    RunbookWriter.write(runbook, format, out);
    return out.toString();
  }
}
