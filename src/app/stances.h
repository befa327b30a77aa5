/* The stances of one agreement inside a use case. Private to the app room. */
#ifndef MUFAKAT_APP_STANCES_H
#define MUFAKAT_APP_STANCES_H

#include "app/work.h"

struct stances {
    struct position *v; /* live rows of this agreement */
    size_t n;
};

enum err_code stances_load(struct work *w, const struct id *agreement, struct stances *ret,
                           struct err *e) MUST_CHECK;
/* People of an unsur (NONE: of all) that took this stance, head counts and single persons. */
int64_t stances_count(const struct stances *s, int64_t unsur, int64_t stance);
/* Writes a head count; 0 deletes the row. A new row's id follows from agreement, unsur and stance,
 * so that two laptops that note the same stance make the same row. *ret_row (may be NULL) is set
 * when count > 0. */
enum err_code stances_put(struct work *w, const struct id *agreement, int64_t unsur, int64_t stance,
                          int64_t count, struct id *ret_row, struct err *e) MUST_CHECK;
/* A note or an objection stands against plain mufakat (domain 14). */
enum err_code stances_reserved(struct work *w, const struct id *agreement, bool *ret,
                               struct err *e) MUST_CHECK;
/* Somebody objects or has a reservation: an agreement that stood as mufakat becomes dengan_catatan.
 */
enum err_code stances_no_longer_plain(struct work *w, const struct id *agreement,
                                      struct err *e) MUST_CHECK;

#endif
