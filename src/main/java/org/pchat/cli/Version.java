package org.pchat.cli;

import picocli.CommandLine.IVersionProvider;

/** The version of the running tool, from the manifest of its jar. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {"pchat " + (version == null ? "(not packaged)" : version)};
  }
}
