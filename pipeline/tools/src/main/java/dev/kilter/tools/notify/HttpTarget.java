package dev.kilter.tools.notify;

import dev.kilter.UserError;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;

/**
 * Where requests go. Its address may hold what nobody else should know: only the host is shown.
 *
 * @param address the whole address
 * @param headers further headers of every request, by name
 */
record HttpTarget(URI address, Map<String, String> headers) {
  private static final Set<String> SCHEMES = Set.of("http", "https");
  private static final URI ANYWHERE = URI.create("http://localhost");

  /**
   * Reads an address.
   *
   * @param path what is added to its path
   * @throws UserError if nothing could be sent there, or not with these headers
   */
  static HttpTarget of(String address, String path, Map<String, String> headers) {
    HttpTarget target = new HttpTarget(uri(address, path), headers);
    headers.forEach(HttpTarget::requirePossible);
    return target;
  }

  /** A request with these headers, and in their place or beside them those of the target. */
  HttpRequest.Builder request(Map<String, String> own) {
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    own.forEach(request::setHeader);
    headers.forEach(request::setHeader);
    return request;
  }

  /** Its host, with the port where one is told. */
  String place() {
    return address.getHost() + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }

  /** How it is called in front of people. */
  String shown() {
    return address.getScheme() + "://" + place();
  }

  private static URI uri(String address, String path) {
    URI uri;
    try {
      uri = new URI(path.isEmpty() ? address : address.replaceFirst("/+$", "") + path);
    } catch (URISyntaxException e) {
      throw new UserError("The address '" + address + "' is none: " + e.getReason() + ".", e);
    }
    if (uri.getScheme() == null || uri.getHost() == null || !SCHEMES.contains(uri.getScheme())) {
      throw new UserError(
          "The address '" + address + "' is none such as http://alerts.example:9093.");
    }
    if (uri.getUserInfo() != null) {
      throw new UserError(
          "The address has a name and a password in it; give them by --header Authorization=….");
    }
    return uri;
  }

  private static void requirePossible(String name, String value) {
    try {
      HttpRequest.newBuilder(ANYWHERE).setHeader(name, value).build();
    } catch (IllegalArgumentException e) {
      throw new UserError("--header " + name + " cannot be sent: " + e.getMessage() + ".", e);
    }
  }
}
