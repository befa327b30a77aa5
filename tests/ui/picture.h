/* Comparing the picture of a canvas with lines of text. */
#ifndef MUFAKAT_TESTS_UI_PICTURE_H
#define MUFAKAT_TESTS_UI_PICTURE_H

#include "ui/canvas.h"

#define assert_picture(canvas, expected)             \
    do {                                             \
        struct buf picture_ = BUF_INIT;              \
        canvas_text((canvas), &picture_);            \
        assert_string_equal(buf_str(&picture_), (expected)); \
        buf_done(&picture_);                         \
    } while (0)

#define assert_styles(canvas, expected)              \
    do {                                             \
        struct buf styles_ = BUF_INIT;               \
        canvas_styles((canvas), &styles_);           \
        assert_string_equal(buf_str(&styles_), (expected)); \
        buf_done(&styles_);                          \
    } while (0)

/* Every cell is whole: a wide one has its second half, a second half has its first. */
#define assert_whole(canvas)                                                                  \
    do {                                                                                      \
        struct rect all_ = canvas_rect(canvas);                                               \
        for (int y_ = 0; y_ < all_.h; y_++)                                                   \
            for (int x_ = 0; x_ < all_.w; x_++) {                                             \
                const struct cell *cell_ = canvas_cell((canvas), x_, y_);                     \
                if (cell_->width == 2)                                                        \
                    assert_true(x_ + 1 < all_.w && canvas_cell((canvas), x_ + 1, y_)->width == 0); \
                if (cell_->width == 0)                                                        \
                    assert_true(x_ > 0 && canvas_cell((canvas), x_ - 1, y_)->width == 2);     \
                else                                                                          \
                    assert_true(cell_->g[0] != '\0');                                         \
            }                                                                                 \
    } while (0)

#endif
