/* The attendance table of those who came, shared by the list itself and by Lampiran I. Private to
 * the doc room. */
#ifndef MUFAKAT_DOC_ATTENDANCE_H
#define MUFAKAT_DOC_ATTENDANCE_H

#include "doc/paper.h"

/* Everybody present with the arrival time; with `signing` also the zig-zag column for signatures.
 */
void attendance_table(struct paper *p, bool signing);
/* One line: how many, per sex, per unsur. */
void attendance_summary(struct paper *p);

#endif
