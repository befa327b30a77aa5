/* Inside of the DOCX writer, shared by its files. Lengths are points until they become OOXML's own: twentieths of
 * a point (twips), and EMU (914,400 an inch) in drawings. */
#ifndef MUFAKAT_PRESS_DOCX_INSIDE_H
#define MUFAKAT_PRESS_DOCX_INSIDE_H

#include "base/buf.h"
#include "press/layout.h"

/* A picture inside the archive. */
struct docx_media {
    const void *source; /* as in the tree: one picture is stored once */
    bool png;
    struct buf bytes; /* without private parts, upright */
    struct docx_media *next;
};

struct docx {
    struct press *p; /* laid out as the PDF: widths, room, and pages where they are asked for */
    const struct document_tree *tree;
    struct arena *a;
    struct buf *out; /* the part that is being written */
    struct docx_media *media, *last_media;
    size_t n_media, n_drawings, n_lists;
    const double *borders; /* of the open table */
    double above;     /* least room above what comes next */
    bool top;         /* what comes next is the first on its page: no room above */
    bool new_page;    /* and begins that page */
    bool after_table; /* two tables that touch would become one */
    bool marks;       /* headings are marked, because there is a list of contents */
    const struct page *section; /* the first page of what is counted together; NULL: all pages are */
    size_t *feet, n_feet; /* the sections' numbers of pages: one foot each; 0: nobody has counted */
};

/* --- docx_text.c --- */

struct docx_para {
    const char *style;  /* id in docx_styles.c; NULL: Normal */
    bool keep;          /* on one page with the next paragraph */
    int list;           /* numId; 0: none */
    const char *tabs;   /* <w:tab/> elements; NULL: none */
    double before;      /* room above; 0: as the style says */
    double exact;       /* height of its one line; 0: as the letters need */
    double left, right, first; /* indents; `first` below 0 hangs; all 0: as the style says */
    const char *align;  /* w:jc; NULL: as the style says */
    bool section;       /* the last of its section */
};

struct docx_run {
    bool bold;
    bool regular; /* against a style that is bold */
    bool underline;
    double scale; /* of the document's font size; 0: as the style says */
};

long docx_twips(double points);
/* Opens a paragraph; what follows are its runs until docx_para_end. */
void docx_para_begin(struct docx *d, const struct docx_para *para);
void docx_para_end(struct docx *d);
/* One run; lines become <w:br/>. Nothing for NULL and "". */
void docx_text(struct docx *d, const char *s, const struct docx_run *r);
void docx_tab(struct docx *d);
/* A whole paragraph of one run. */
void docx_para(struct docx *d, const struct docx_para *para, const char *s, const struct docx_run *r);
/* An empty line of that height: keeps tables apart, and stays with what follows. */
void docx_room(struct docx *d, double points);
/* Indents both sides so that the lines become about equally long in a column of `width`. */
void docx_balance(struct docx *d, struct docx_para *para, const char *s, const struct docx_run *r, double width);
/* The value of w:jc. */
const char *docx_align(enum align align);
/* Room above for a paragraph whose style has `own`: 0 when the style is enough. */
double docx_above(struct docx *d, double own);

void docx_title(struct docx *d, const struct node *n);
void docx_heading(struct docx *d, const struct node *n);
void docx_paragraph(struct docx *d, const struct node *n);
void docx_list(struct docx *d, const struct node *n);
void docx_note(struct docx *d, const struct node *n);
void docx_space(struct docx *d, const struct node *n);
void docx_contents(struct docx *d, const struct node *n);

/* --- docx_table.c --- */

/* A cell's own properties; its paragraphs follow. */
struct docx_cell {
    size_t column; /* of its table */
    bool frame;         /* lines around it */
    bool shaded;
    const char *valign; /* "center", "bottom"; NULL: top */
};

/* Opens a table of `n` columns between these n + 1 borders (borrowed until its end), `room` below what stands
 * above it. */
void docx_table_begin(struct docx *d, const char *style, const double *borders, size_t n, double room);
void docx_table_end(struct docx *d);
/* `height`: at least so high, 0: as its words need; `head`: printed again on every page. */
void docx_row_begin(struct docx *d, double height, bool head, bool splits);
void docx_row_end(struct docx *d);
void docx_cell_begin(struct docx *d, const struct docx_cell *cell);
void docx_cell_end(struct docx *d);

void docx_facts(struct docx *d, const struct node *n);
void docx_table(struct docx *d, const struct node *n);
void docx_signatures(struct docx *d, const struct node *n);

/* --- docx_picture.c --- */

void docx_letterhead(struct docx *d, const struct node *n);
void docx_picture(struct docx *d, const struct node *n);
void docx_pictures(struct docx *d, const struct node *n);

/* --- docx_styles.c --- */

/* The parts that hardly depend on what the paper says. Each appends a whole part. */
void docx_styles(struct docx *d, struct buf *out);
void docx_numbering(struct docx *d, struct buf *out);
void docx_settings(struct docx *d, struct buf *out);
void docx_header(struct docx *d, struct buf *out);

/* --- docx_section.c --- */

bool docx_is_draft(const struct document_tree *t);
/* Several letters in one file: pages have to be laid out. */
bool docx_counts_anew(const struct document_tree *t);
/* Which feet there will be, and the first section: before anything is written. */
void docx_feet(struct docx *d);
/* A whole part: "Halaman 1 dari 2" of the sections with feet[foot] pages. */
void docx_foot(struct docx *d, size_t foot, struct buf *out);
const char *docx_foot_name(const struct docx *d, size_t foot);
/* The numbers of rIds. */
size_t docx_foot_rel(size_t foot);
size_t docx_media_rel(const struct docx *d, size_t media);
/* What follows is counted from 1 again, on a new page; false: our own layout has no such page. */
bool docx_end_section(struct docx *d);
/* <w:sectPr> of the section that ends here. */
void docx_put_section(struct docx *d);

/* --- docx.c --- */

/* What every part begins with. */
#define DOCX_XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
/* numId of the marked list; numbered lists come behind it, each with a count of its own. */
#define DOCX_BULLETS 1
#define DOCX_SPACE "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
/* Numbers of rIds; from the last one on: the other feet, then the pictures. */
enum { DOCX_FOOT_REL = 4, DOCX_HEAD_REL, DOCX_COVER_HEAD_REL, DOCX_MORE_REL = 10 };

struct docx_part {
    const char *name;
    const char *content; /* content type; NULL: by the ending */
    struct buf bytes;
    struct docx_part *next;
};

/* Lays out what the parts ask for: all pages only for the numbers of a list of contents and the room of a grid. */
void docx_lay_out(struct press *p);
/* All parts in the order of the archive; `p` is laid out. Free with docx_parts_done. */
struct docx_part *docx_parts(struct press *p);
void docx_parts_done(struct docx_part *first);

#endif
