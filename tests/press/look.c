/* Writes a tree to stdout, for looking at pages: the sample paper with that many agreements, or a real paper
 * ("berita-acara", "daftar-hadir") of the fixture session of tests/doc; "pagi" is the fixture before the day.
 * "laporan-contoh" is the sample report with nine pictures; a book ("peserta", "rekap" ...) is for the verb xlsx.
 *   tests/press/look 6 DRAF | ./mufakat-press pdf /tmp/x.pdf && pdftoppm -png /tmp/x.pdf /tmp/x */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/book.h"
#include "tests/doc/fixture.h"
#include "tests/press/paper.h"

static struct document_tree *real_paper(struct arena *a, const struct paper_kind *kind, bool morning)
{
    const struct doc_options o = {.state = morning ? STATE_DRAFT : STATE_LOCKED,
                                  .fingerprint = "7KQ2-M4XD-9F3A-P0TS-1B6C"};
    return kind->build(morning ? fixture_morning(a) : fixture_dossier(a), &o, a);
}

static struct document_tree *sample_paper(struct arena *a, size_t rows)
{
    struct document_tree *t = paper_sample(a, rows);
    struct buf jpeg = BUF_INIT;
    paper_jpeg(&jpeg, 1600, 1200, 6);
    struct node *n = tree_add(t, NODE_PICTURE);
    n->text = "Gambar 2. Foto yang diambil tegak";
    n->picture = arena_memdup(a, jpeg.p, jpeg.len);
    n->picture_size = jpeg.len;
    buf_done(&jpeg);
    return t;
}

static struct document_tree *report(struct arena *a)
{
    struct document_tree *t = paper_report(a);
    paper_add_photos(t, 9);
    return t;
}

static void put(struct buf *b)
{
    fwrite(b->p, 1, b->len, stdout);
    buf_done(b);
}

static void put_book(const struct book_kind *kind, bool morning)
{
    struct arena *a = arena_new();
    const struct doc_options o = {.privacy = PRIVACY_ARSIP};
    struct buf b = BUF_INIT;
    book_write(kind->build(morning ? fixture_morning(a) : fixture_dossier(a), &o, a), &b);
    put(&b);
    arena_free(a);
}

int main(int argc, char **argv)
{
    if (argc > 1 && book_kind_find(argv[1])) {
        put_book(book_kind_find(argv[1]), argc > 2 && strcmp(argv[2], "pagi") == 0);
        return 0;
    }
    struct arena *a = arena_new();
    const struct paper_kind *kind = argc > 1 ? paper_kind_find(argv[1]) : NULL;
    struct document_tree *t = kind ? real_paper(a, kind, argc > 2 && strcmp(argv[2], "pagi") == 0)
                             : argc > 1 && strcmp(argv[1], "laporan-contoh") == 0 ? report(a)
                                   : sample_paper(a, argc > 1 ? strtoul(argv[1], NULL, 10) : 6);
    if (argc > 2 && !kind)
        t->watermark = argv[2];
    struct buf b = BUF_INIT;
    tree_write(t, &b);
    put(&b);
    arena_free(a);
    return 0;
}
