/* A report with everything that only long papers have: a cover, contents, chapters on three levels, pictures. */
#include <stdio.h>
#include <string.h>

#include "tests/press/paper.h"

static void add_cover(struct document_tree *t)
{
    tree_space(t, 60);
    struct node *n = tree_add(t, NODE_TITLE);
    tree_add_run(t, n, "LAPORAN PELAKSANAAN", true, 1.5);
    tree_add_run(t, n, "FORUM KONSULTASI PUBLIK", true, 1.5);
    tree_space(t, 90);
    n = tree_add(t, NODE_TITLE);
    tree_add_run(t, n, "KABUPATEN TIRTA MANDALA", true, 1.2);
    tree_add_run(t, n, "2026", true, 1.2);
    tree_add(t, NODE_PAGE_BREAK);
    n = tree_add(t, NODE_TITLE);
    tree_add_run(t, n, "DAFTAR ISI", true, 1);
    tree_add(t, NODE_CONTENTS)->level = 2;
}

static void add_words(struct document_tree *t, int paragraphs)
{
    for (int i = 0; i < paragraphs; i++)
        tree_paragraph(t, "Forum Konsultasi Publik adalah kegiatan dialog dan diskusi antara penyelenggara pelayanan "
                          "dengan masyarakat, yang membahas rancangan dan pelaksanaan kebijakan, agar pelayanan menjadi "
                          "lebih baik dan lebih mudah bagi semua warga.")
            ->first_indent = true;
}

static void add_chapter(struct document_tree *t, int number, const char *name)
{
    char text[200];
    tree_add(t, NODE_PAGE_BREAK);
    snprintf(text, sizeof text, "BAB %d\n%s", number, name);
    tree_chapter(t, 0, text)->align = ALIGN_CENTER;
    for (int i = 0; i < 2; i++) {
        snprintf(text, sizeof text, "%c. Bagian %d.%d yang namanya cukup panjang", 'A' + i, number, i + 1);
        tree_chapter(t, 1, text);
        add_words(t, 3 + number);
        snprintf(text, sizeof text, "1) Rincian %d.%d", number, i + 1);
        tree_chapter(t, 2, text);
        add_words(t, number * 2);
    }
}

struct document_tree *paper_report(struct arena *a)
{
    struct document_tree *t = tree_new(a);
    t->title = "Laporan Forum Konsultasi Publik";
    t->author = "Dinas Kependudukan dan Pencatatan Sipil";
    t->date = 1794444300000;
    add_cover(t);
    add_chapter(t, 1, "PENDAHULUAN");
    add_chapter(t, 2, "PELAKSANAAN");
    add_chapter(t, 3, "PENUTUP");
    tree_add(t, NODE_PAGE_BREAK);
    struct node *n = tree_chapter(t, 0, "DOKUMENTASI");
    n->right = "LAMPIRAN I\nLaporan Forum Konsultasi Publik";
    n->align = ALIGN_CENTER;
    n = tree_add(t, NODE_PICTURES);
    n->across = 2;
    n->per_page = 4;
    return t;
}

void paper_add_photos(struct document_tree *t, size_t count)
{
    struct node *n = t->last;
    for (size_t i = 0; i < count; i++) {
        struct buf jpeg = BUF_INIT;
        paper_jpeg(&jpeg, 400, 300, i % 3 == 2 ? 6 : 1);
        struct picture *v = tree_picture(t, n);
        v->bytes = arena_memdup(t->arena, jpeg.p, jpeg.len);
        v->size = jpeg.len;
        v->caption = arena_printf(t->arena, "Gambar%02zu. Peserta berdiskusi tentang waktu pelayanan%s, pukul 09.15 WITA",
                                  i + 1, i % 2 ? "" : " di Aula Tirta Sari Lantai 2 Kantor Dinas");
        buf_done(&jpeg);
    }
}
