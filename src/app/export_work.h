/* Documents that are made beside their caller: begun from one source, several at a time, ended one by one. */
#ifndef MUFAKAT_APP_EXPORT_WORK_H
#define MUFAKAT_APP_EXPORT_WORK_H

#include "app/export_document.h"
#include "app/make_paper.h"
#include "app/press_run.h"

struct export_work {
    struct press_task task;
    struct export_result result;
    struct arena *arena;
    bool by_press;   /* it goes on beside us */
    char sha256[65]; /* once it has ended well */
};
/* Begins a document from a source that serves many, without fixing numbers: it is handed to a press of `in->crew`, or
 * written at once. `w` must stay until it has ended, texts live in `ar`. The caller has checked that `path` is not
 * the session's own. */
enum err_code export_begin(struct paper_source *s, const struct export_request *in, struct arena *ar,
                           struct export_work *w, struct err *e) MUST_CHECK;
/* Would export_end return at once? */
bool export_has_ended(const struct export_work *w);
enum err_code export_end(struct export_work *w, struct export_result *ret, struct err *e) MUST_CHECK;

#endif
