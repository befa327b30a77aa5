/* Writes the sample paper's tree to stdout, for looking at pages:
 *   tests/press/look 6 DRAF | ./mufakat-press pdf /tmp/x.pdf && pdftoppm -png /tmp/x.pdf /tmp/x */
#include <stdio.h>
#include <stdlib.h>

#include "tests/press/paper.h"

int main(int argc, char **argv)
{
    struct arena *a = arena_new();
    struct document_tree *t = paper_sample(a, argc > 1 ? strtoul(argv[1], NULL, 10) : 6);
    if (argc > 2)
        t->watermark = argv[2];
    struct buf jpeg = BUF_INIT, b = BUF_INIT;
    paper_jpeg(&jpeg, 1600, 1200, 6);
    struct node *n = tree_add(t, NODE_PICTURE);
    n->text = "Gambar 2. Foto yang diambil tegak";
    n->picture = jpeg.p;
    n->picture_size = jpeg.len;
    tree_write(t, &b);
    fwrite(b.p, 1, b.len, stdout);
    buf_done(&b);
    buf_done(&jpeg);
    arena_free(a);
    return 0;
}
