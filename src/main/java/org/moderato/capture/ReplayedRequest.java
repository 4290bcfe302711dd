package org.moderato.capture;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body was read and can be read again: as parameters, as parts, as a stream or by a
 * reader, in any order and more than once. The application sees the very bytes that arrived, and
 * the very fields that were judged.
 */
final class ReplayedRequest extends HttpServletRequestWrapper {
  private final Form form;
  private final Map<String, String[]> parameters = new LinkedHashMap<>();

  ReplayedRequest(HttpServletRequest request, Form form) {
    super(request);
    this.form = form;
    form.parameters().forEach((n, values) -> parameters.put(n, values.toArray(String[]::new)));
  }

  @Override
  public @Nullable String getParameter(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values[0];
  }

  @Override
  public String @Nullable [] getParameterValues(String name) {
    String[] values = parameters.get(name);
    return values == null ? null : values.clone();
  }

  @Override
  public Map<String, String[]> getParameterMap() {
    return Collections.unmodifiableMap(parameters);
  }

  @Override
  public Enumeration<String> getParameterNames() {
    return Collections.enumeration(parameters.keySet());
  }

  @Override
  public Collection<Part> getParts() {
    return form.body().parts();
  }

  @Override
  public @Nullable Part getPart(String name) {
    return form.body().parts().stream()
        .filter(part -> part.getName().equals(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public ServletInputStream getInputStream() {
    return new Replay(form.bytes());
  }

  @Override
  public BufferedReader getReader() {
    String named = getCharacterEncoding();
    Charset charset = named == null ? ISO_8859_1 : Charset.forName(named);
    return new BufferedReader(new InputStreamReader(getInputStream(), charset));
  }

  @Override
  public int getContentLength() {
    return form.bytes().length;
  }

  @Override
  public long getContentLengthLong() {
    return form.bytes().length;
  }

  private static final class Replay extends ServletInputStream {
    private final ByteArrayInputStream bytes;

    Replay(byte[] body) {
      bytes = new ByteArrayInputStream(body);
    }

    @Override
    public int read() {
      return bytes.read();
    }

    @Override
    public int read(byte[] into, int from, int length) {
      return bytes.read(into, from, length);
    }

    @Override
    public int available() {
      return bytes.available();
    }

    @Override
    public boolean isFinished() {
      return bytes.available() == 0;
    }

    @Override
    public boolean isReady() {
      return true;
    }

    /** Everything is here already, so a listener hears of it at once. */
    @Override
    public void setReadListener(ReadListener listener) {
      try {
        if (!isFinished()) {
          listener.onDataAvailable();
        }
        listener.onAllDataRead();
      } catch (IOException e) {
        listener.onError(e);
      }
    }
  }
}
