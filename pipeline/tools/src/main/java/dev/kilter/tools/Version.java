package dev.kilter.tools;

import picocli.CommandLine.IVersionProvider;

/** Which Kilter this is, and on which Java it runs. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = Version.class.getPackage().getImplementationVersion();
    return new String[] {
      "kilter " + (version == null ? "unpackaged" : version), "Java " + Runtime.version()
    };
  }
}
