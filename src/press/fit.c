#include "config.h"

#include "press/fit.h"

#include "press/check.h"
#include "press/pixels.h"

enum err_code fit_picture_bytes(const void *p, size_t n, int box, struct buf *out, struct buf *word,
                                struct err *e)
{
    struct exif x;
    struct pixels small;
    enum err_code code = check_header(p, n, &x, word, e);
    if (code)
        return code;
    if (!pixels_read(p, n, &x, (size_t)box, &small))
        return check_broken(word, e);
    bool written = pixels_jpeg(&small, pixels_quality((size_t)box), out);
    pixels_free(&small);
    return written ? ERR_NONE : check_broken(word, e);
}
