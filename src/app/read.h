/* What screens and commands read. Thin: each function is one short read transaction on the session's reading connection,
 * on the thread that opened the session. Rows, arrays and text live in the given arena; what is read is documented where it
 * is found (db/store.h), the structs in model/log.h and model/records.h. Errors: ERR_NOTFOUND for a row or bytes that are
 * not there, ERR_CORRUPT or ERR_IO when the file cannot be read. */
#ifndef MUFAKAT_APP_READ_H
#define MUFAKAT_APP_READ_H

#include "app/app.h"
#include "base/buf.h"

/* From here to read_apart whatever is read comes from one moment of the file, and is asked for quicker: each question
 * alone takes and gives back the file's locks. What a job stores meanwhile is not seen. */
enum err_code read_together(struct app *a, struct err *e) MUST_CHECK;
void read_apart(struct app *a);
/* The whole session of one moment, not to be shared. */
enum err_code read_dossier(struct app *a, struct arena *ar, struct dossier **ret,
                           struct err *e) MUST_CHECK;
/* The same for a screen: shares the rows of the frame (read_frame) when they are of the same moment. Its rows are
 * only to be read. */
enum err_code read_screen_dossier(struct app *a, struct arena *ar, struct dossier **ret,
                                  struct err *e) MUST_CHECK;
/* The dossier without contributions and what hangs on them (contribution, contribution_issue,
 * reply, agreement_contribution): cheap whatever the number of notes. */
enum err_code read_frame(struct app *a, struct arena *ar, struct dossier **ret,
                         struct err *e) MUST_CHECK;
/* All live rows of one entity; *ret_rows is an array of its struct. */
enum err_code read_rows(struct app *a, enum entity_kind k, struct arena *ar, void *ret_rows,
                        size_t *ret_n, struct err *e) MUST_CHECK;
/* One row into the entity's struct, deleted ones too. */
enum err_code read_row(struct app *a, enum entity_kind k, const struct id *row, struct arena *ar,
                       void *ret_record, struct err *e) MUST_CHECK;
/* A page of at most `limit` live notes before the note `before` (ID_NONE: the newest) of `agenda` (ID_NONE: all), oldest
 * first. */
enum err_code read_notes(struct app *a, const struct id *agenda, const struct id *before, int limit,
                         struct arena *ar, struct contribution **ret, size_t *ret_n,
                         struct err *e) MUST_CHECK;
/* Notes that hold what was typed, whatever its case and accents, newest first. */
enum err_code read_search_notes(struct app *a, const char *typed, int limit, struct arena *ar,
                                struct contribution **ret, size_t *ret_n, struct err *e) MUST_CHECK;
/* Who has said anything in this session; at most `limit` ids. */
enum err_code read_speakers(struct app *a, int limit, struct arena *ar, struct id **ret,
                            size_t *ret_n, struct err *e) MUST_CHECK;
/* How many are counted and how many have gaps, of all and of `agenda`. */
enum err_code read_note_counts(struct app *a, const struct id *agenda, struct note_counts *ret,
                               struct err *e) MUST_CHECK;
/* Groups newest first, at most `limit`, older than `before` (ID_NONE: the newest). */
enum err_code read_history(struct app *a, const struct id *before, int limit, struct arena *ar,
                           struct history_group **ret, size_t *ret_n, struct err *e) MUST_CHECK;
/* Every value that a field has had, oldest first. */
enum err_code read_field_history(struct app *a, enum entity_kind k, const struct id *row, int field,
                                 struct arena *ar, struct field_version **ret, size_t *ret_n,
                                 struct err *e) MUST_CHECK;
/* Half-typed texts of all programs: which were left on purpose, and which are being written elsewhere. */
enum err_code read_drafts(struct app *a, struct arena *ar, struct draft **ret, size_t *ret_n,
                          struct err *e) MUST_CHECK;
/* Bytes of a picture or scan by its SHA-256 in hex; appended. */
enum err_code read_blob(struct app *a, const char *hex, struct buf *ret, struct err *e) MUST_CHECK;
/* Reads the whole file: findings are no error. */
enum err_code read_verify(struct app *a, struct arena *ar, struct verify_report *ret,
                          struct err *e) MUST_CHECK;
/* Which lock has this fingerprint, as printed or in hex; "belongs" is false for none. */
enum err_code read_fingerprint(struct app *a, const char *typed, struct arena *ar,
                               struct fingerprint_match *ret, struct err *e) MUST_CHECK;
/* Writers and changes in the order of writers and numbers. */
enum err_code read_log(struct app *a, struct arena *ar, struct log_writer **ret_w, size_t *ret_nw,
                       struct log_change **ret_c, size_t *ret_nc, struct err *e) MUST_CHECK;

#endif
