/* Pictures, scans and recordings of the session. */
#ifndef MUFAKAT_APP_ADD_DOCUMENT_H
#define MUFAKAT_APP_ADD_DOCUMENT_H

#include "app/app.h"

/* Reads the file on the caller's thread and makes the job: JPEG, PNG and PDF go into the session
 * file (at most 25 MB); video and audio are registered by name, size and SHA-256 and stay where
 * they are. ERR_INPUT for other types and for a picture that cannot be read; ERR_FULL when too
 * large. The time comes from EXIF, else from the file name that phones and messengers give. `kind`
 * NONE: foto for pictures, lain for PDF, video, audio by type. */
struct add_document_args {
    struct id row; /* minted with the job */
    int64_t kind;
    const char *caption;
    int64_t taken_at; /* UTC ms; NONE: unknown */
    const char *file_name, *mime, *sha256;
    int64_t size;
    const void *bytes; /* NULL: stays where it is */
    bool ret_known;    /* the same bytes were here before: nothing was added, ret_row says where */
    struct id ret_row;
};
enum err_code add_document_job(struct app *a, const char *path, int64_t kind, const char *caption,
                               struct job **ret, struct add_document_args **ret_args,
                               struct err *e) MUST_CHECK;

#endif
