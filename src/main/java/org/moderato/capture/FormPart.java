package org.moderato.capture;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A part of a multipart form, held in memory for the application behind the filter. */
final class FormPart implements Part {
  private final String name;
  private final @Nullable String fileName;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * Makes a part.
   *
   * @param fileName as the browser sent it; null for a part that is no file
   * @param headers values by name in lower case
   */
  FormPart(String name, @Nullable String fileName, Map<String, List<String>> headers, byte[] body) {
    this.name = name;
    this.fileName = fileName;
    this.headers = headers;
    this.body = body;
  }

  @Override
  public InputStream getInputStream() {
    return new ByteArrayInputStream(body);
  }

  @Override
  public @Nullable String getContentType() {
    return getHeader("content-type");
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public @Nullable String getSubmittedFileName() {
    return fileName;
  }

  @Override
  public long getSize() {
    return body.length;
  }

  /** Writes the part to a file; a relative name is taken from the server's temporary folder. */
  @Override
  public void write(String file) throws IOException {
    Files.write(Path.of(System.getProperty("java.io.tmpdir", "")).resolve(file), body);
  }

  @Override
  public void delete() {
    // There is no file: the part goes when the request goes.
  }

  @Override
  public @Nullable String getHeader(String header) {
    return getHeaders(header).stream().findFirst().orElse(null);
  }

  @Override
  public Collection<String> getHeaders(String header) {
    return headers.getOrDefault(header.toLowerCase(Locale.ROOT), List.of());
  }

  @Override
  public Collection<String> getHeaderNames() {
    return headers.keySet();
  }
}
