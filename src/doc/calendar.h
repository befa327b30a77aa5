/* The deadlines of a session for calendars. */
#ifndef MUFAKAT_DOC_CALENDAR_H
#define MUFAKAT_DOC_CALENDAR_H

#include "doc/documents.h"

/* iCalendar (RFC 5545): a whole-day event with a reminder for each agreed point with a limit, each
 * promised answer to what was parked, and the report. Events keep their UID from the row's id, and a
 * moved deadline replaces the old one. From the filtered dossier; same session, same bytes. */
void calendar_write(const struct dossier *d, struct buf *out);

#endif
