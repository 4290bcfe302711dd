package org.moderato.capture;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a request carried: its query, its body read once, and the body's bytes to be read again.
 * Every text in it is sound: decoded without loss, free of NUL and of halved surrogate pairs.
 */
final class Form {
  /** The most fields, in query and body together, that anybody has to look at. */
  static final int MAX_FIELDS = 1000;

  /** A request that could not be read. */
  static final Form NONE = new Form(new byte[0], Map.of(), new Body(Map.of(), List.of(), false));

  /**
   * The body's fields.
   *
   * @param fields values by name, both in the order of the body; members of JSON objects have
   *     dotted names
   * @param parts the parts of a multipart body; empty for others
   * @param parameters whether the fields are request parameters to a servlet, as those of HTML
   *     forms are and those of JSON are not
   */
  record Body(Map<String, List<String>> fields, List<Part> parts, boolean parameters) {
    Body {
      requireNonNull(fields);
      parts = List.copyOf(parts);
    }
  }

  private final byte[] bytes;
  private final Map<String, List<String>> query;
  private final Body body;

  Form(byte[] bytes, Map<String, List<String>> query, Body body) {
    this.bytes = requireNonNull(bytes);
    this.query = requireNonNull(query);
    this.body = requireNonNull(body);
  }

  byte[] bytes() {
    return bytes;
  }

  Body body() {
    return body;
  }

  /** Returns the values of a field in query and body together. */
  List<String> values(String field) {
    var values = new ArrayList<>(query.getOrDefault(field, List.of()));
    values.addAll(body.fields().getOrDefault(field, List.of()));
    return values;
  }

  /** Returns the first value of a field, or an empty string. */
  String first(String field) {
    return values(field).stream().findFirst().orElse("");
  }

  /** Returns whether a part of that name is a file. */
  boolean hasFile(String field) {
    return body.parts().stream()
        .anyMatch(part -> part.getName().equals(field) && part.getSubmittedFileName() != null);
  }

  /** Returns what a servlet calls the request's parameters: the query's first, then the body's. */
  Map<String, List<String>> parameters() {
    var all = new LinkedHashMap<String, List<String>>();
    query.forEach((name, values) -> all.put(name, List.copyOf(values)));
    if (body.parameters()) {
      body.fields().keySet().forEach(name -> all.put(name, List.copyOf(values(name))));
    }
    return all;
  }

  /** Refuses a form with more fields than anybody has a use for. */
  static void checkCount(int fields) throws RefusedException {
    if (fields > MAX_FIELDS) {
      throw new RefusedException(
          Refusal.BAD_REQUEST, "The form has more than " + MAX_FIELDS + " fields.");
    }
  }
}
