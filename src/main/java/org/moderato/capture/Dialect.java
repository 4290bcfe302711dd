package org.moderato.capture;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.moderato.intake.Receipt;

/** How a kind of caller wants to be answered. Implementations are shared by request threads. */
interface Dialect {
  /** Tells what became of a comment that was judged and stored. */
  void judged(Exchange exchange, Receipt receipt) throws IOException, ServletException;

  /** Tells why nothing was judged or stored. */
  void refused(Exchange exchange, Refusal refusal) throws IOException, ServletException;
}
