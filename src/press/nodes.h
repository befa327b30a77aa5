/* How each kind of node becomes blocks; layout.c calls them in the order of the tree. */
#ifndef MUFAKAT_PRESS_NODES_H
#define MUFAKAT_PRESS_NODES_H

#include "press/type.h"

/* Space above paragraphs, in shares of the font size. */
#define GAP 0.5
/* Lines of running text stand a little apart; rows of a table do not. */
#define LEADING 1.12
/* Tables and notes are set smaller than the text, so that five columns fit an A4 page. */
#define SMALL 0.84

/* Measures in mm. */
#define FIRST_INDENT_MM 12.5
#define LIST_INDENT_MM 8.0
#define NOTE_INDENT_MM 5.0
#define COLON_MM 4.0
#define LOGO_HEIGHT_MM 24.0
#define LOGO_WIDTH_MM 26.0
#define LOGO_GAP_MM 2.0
#define CELL_X_MM 1.6 /* between a cell's border and its words */
#define CELL_Y_MM 0.9
#define SIGN_ROOM_MM 20.0 /* for a hand and a stamp: about four lines (domain 6.7) */
#define SIGN_GAP_MM 4.0   /* between two who sign side by side */
#define FRAME_SHAPE (2.0 / 3) /* of an empty frame, as most photographs lie */
#define PICTURE_MM 66.0
#define GUTTER_MM 6.0
#define CAPTION_MM 1.5 /* between a picture and its words */
#define LEAST_MM 15.0

/* Words of a paper in the place of a picture: never translated. */
#define UNREADABLE "(gambar tidak dapat dibaca)"

/* `keep`: what follows must stand on the same page. */
void node_letterhead(struct press *p, const struct node *n, bool keep);
void node_table(struct press *p, const struct node *n, bool keep);
void node_signatures(struct press *p, const struct node *n, bool keep);
void node_picture(struct press *p, const struct node *n, bool keep);
void node_pictures(struct press *p, const struct node *n, bool keep);
void node_contents(struct press *p, const struct node *n, bool keep);

/* One line that stands for a heading in the contents and in the outline; NULL when it has no words. In `a`. */
const char *heading_line(struct arena *a, const struct node *n);
/* Remembers that the heading begins with this block. */
void mark_add(struct press *p, const struct node *n, struct block *b);
/* After the pages are filled: finds the page of every mark and writes it into the contents. */
void contents_number(struct press *p);

/* What must stand on one page with the node after it. */
bool node_keeps(const struct node *n);
/* Room above the node after what came before it, in shares of the font size. */
double node_space_above(const struct node *before, const struct node *n);
/* Room above a heading of that level, in shares of the font size. */
double heading_gap(int level);
/* Width of the labels of facts, with the room behind them. */
double facts_label_width(struct press *p, const struct node *n);
/* Length of a note's leading mark such as "*)" or "1)"; 0 when there is none. */
size_t note_mark_length(const char *s);
/* Size of the letters in a table, as a share of the font size. */
double table_scale(const struct press *p);
/* The n_columns + 1 borders: columns as their weights say, but never narrower than a word. */
const double *table_borders(struct press *p, const struct table *tb);
/* Low rows that take little of a page: all of them stay on one. */
bool table_is_short(struct press *p, const struct table *tb);
/* How many stand side by side. */
size_t signature_columns(const struct node *n);
/* Dots for who is not known yet, in a column of that width. */
const char *signature_dots(struct press *p, double width);
/* The width that a letterhead's lines take: so that they stand in the middle of the paper when they fit there
 * beside a logo that takes `logo` at the left. */
double letterhead_width(struct press *p, const struct node *n, double logo);

/* Pictures side by side, each over its caption; the captions of one row begin at the same height. */
struct picture_row {
    const struct picture *v;
    size_t n;
    double column, step;
    struct lines captions[TREE_ACROSS];
    struct lines stories[TREE_ACROSS]; /* captions too long to stand under a picture: set to the page's width */
    double caption_height; /* with the room above it; 0: no captions */
};

struct picture_row picture_row_set(struct press *p, const struct picture *v, size_t n, size_t across);
/* The picture for that box, opened once; NULL when it cannot be read. Belongs to `p`. */
struct image *picture_open(struct press *p, const void *bytes, size_t n, double w, double h);
/* Adds the image scaled into the box at (x, 0), centred; returns its height. */
double picture_put(struct press *p, struct block *b, struct image *im, double x, double w, double h);

#endif
