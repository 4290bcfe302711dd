package org.moderato.admin;

/**
 * One entry of the audit log, as its page shows it.
 *
 * @param number the entry's number
 * @param at when
 * @param actor who
 * @param action what they did
 * @param comment the id of the comment that they did it to, or empty
 * @param detail more about it
 */
public record AuditLine(
    long number, Moment at, String actor, String action, String comment, String detail) {}
