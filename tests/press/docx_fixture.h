/* DOCX made in the test's own process, part by part. */
#ifndef MUFAKAT_TESTS_DOCX_FIXTURE_H
#define MUFAKAT_TESTS_DOCX_FIXTURE_H

#include "press/docx_inside.h"

struct docx_fixture {
    struct arena *a;
    struct press p;
    struct docx_part *parts; /* of the last tree */
};

int docx_set_up(void **state);
int docx_tear_down(void **state);
/* A tree with one paragraph "x", which takes the top of the page. */
struct document_tree *docx_begin(struct docx_fixture *f);
/* Makes the parts of the tree. */
void docx_make(struct docx_fixture *f, const struct document_tree *t);
/* The text of a part; NULL when there is none of that name. */
const char *docx_part_text(struct docx_fixture *f, const char *name);
/* What stands between two words; fails the test when they are not there. */
char *docx_between(struct docx_fixture *f, const char *s, const char *from, const char *to);
/* Makes the parts, and returns what the nodes behind the first paragraph became. */
char *docx_body(struct docx_fixture *f, const struct document_tree *t);

#endif
