/* The attendance tables, shared by the list itself, by the paper kit and by Lampiran I. Private to
 * the doc room. */
#ifndef MUFAKAT_DOC_ATTENDANCE_H
#define MUFAKAT_DOC_ATTENDANCE_H

#include "doc/paper.h"

/* Everybody present, in the columns of `form` (enum attendance_form; NONE: H1); with `signing` also
 * the column for signatures, else arrival time and unsur in its place. */
void attendance_table(struct paper *p, int64_t form, bool signing);
/* Everybody invited who has not sent word of staying away, then the session's spare rows. */
void attendance_blank(struct paper *p, int64_t form);
/* One line: how many, per sex, per unsur. */
void attendance_summary(struct paper *p);

#endif
