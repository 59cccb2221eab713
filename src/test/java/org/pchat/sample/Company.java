package org.pchat.sample;

/** The invented companies of one forest, each with a domain of its own. */
enum Company {
  CONTOSO("Contoso Ltd.", "contoso.com"),
  FABRIKAM("Fabrikam, Inc.", "fabrikam.com"),
  LITWARE("Litware GmbH & Co. KG", "litwareinc.com");

  private final String title;
  private final String domain;

  Company(String title, String domain) {
    this.title = title;
    this.domain = domain;
  }

  String title() {
    return title;
  }

  String domain() {
    return domain;
  }

  /** Returns the distinguished name of the domain. */
  String path() {
    return "DC=" + domain.replace(".", ",DC=");
  }
}
