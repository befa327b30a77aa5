/* The sample paper of the tests of the press, after sample-session's berita acara, in shortened words. */
#include <cairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jpeglib.h>

#include "model/jpeg.h"
#include "tests/press/paper.h"

static void add_head(struct document_tree *t)
{
    struct node *n = tree_add(t, NODE_LETTERHEAD);
    tree_add_run(t, n, "PEMERINTAH KABUPATEN TIRTA MANDALA", false, 1.0);
    tree_add_run(t, n, "DINAS KEPENDUDUKAN DAN PENCATATAN SIPIL", true, 1.33);
    tree_add_run(t, n, "Jalan Tirta Kencana Nomor 17, Sari Wening, Kode Pos 00017", false, 0.84);
    tree_add_run(t, n, "Laman: disdukcapil.tirtamandalakab.example  Telepon: (0300) 000170", false, 0.84);
    n = tree_add(t, NODE_TITLE);
    tree_add_run(t, n, "BERITA ACARA", true, 1);
    tree_add_run(t, n, "HASIL FORUM KONSULTASI PUBLIK (FKP)", true, 1);
    tree_add_run(t, n,
                 "TENTANG PENINJAUAN ULANG STANDAR PELAYANAN PENERBITAN DOKUMEN KEPENDUDUKAN DAN TINDAK "
                 "LANJUT HASIL SKM SEMESTER I",
                 true, 1);
    tree_add_run(t, n, "NOMOR: 000.8.3.4/......./Dukcapil/2026", false, 1);
    struct node *q = tree_paragraph(
        t, "Pada hari ini, Kamis tanggal dua belas bulan November tahun dua ribu dua puluh enam "
           "(12-11-2026), mulai pukul 08.30 WITA bertempat di Aula Tirta Sari Lantai 2 Kantor Dinas "
           "Kependudukan dan Pencatatan Sipil, telah dilaksanakan Forum Konsultasi Publik tentang "
           "Peninjauan Ulang Standar Pelayanan, yang dihadiri oleh 24 (dua puluh empat) orang dari 6 "
           "(enam) unsur sebagaimana daftar hadir terlampir.");
    q->first_indent = true;
    q = tree_paragraph(t, "Setelah mendengar paparan dan melalui dialog serta musyawarah, forum menyepakati "
                          "hal-hal sebagai berikut:");
    q->first_indent = true;
    q->keep_with_next = true;
}

static void add_agreements(struct document_tree *t, size_t rows)
{
    const struct column columns[] = {{"No.", 1, ALIGN_CENTER},
                                     {"Identifikasi Masalah", 5, ALIGN_LEFT},
                                     {"Usulan Rekomendasi Perbaikan", 6, ALIGN_LEFT},
                                     {"Penanggung Jawab", 4, ALIGN_LEFT},
                                     {"Jangka Waktu Penyelesaian", 4, ALIGN_LEFT}};
    struct table *tb = tree_table(t, columns, 5);
    for (size_t i = 1; i <= rows; i++) {
        char no[24], problem[160], plan[200], who[80], when[80];
        snprintf(no, sizeof no, "%zu.", i);
        snprintf(problem, sizeof problem, "awal%03zu Waktu cetak KTP-el tidak pasti dan pemohon tidak diberi tahu", i);
        snprintf(plan, sizeof plan,
                 "Mengirim status permohonan melalui WhatsApp/SMS pada tahap diterima, dicetak, dan siap diambil%s "
                 "akhir%03zu",
                 i % 3 ? "" : "; mengumumkan waktu proses dinas terpisah dari waktu tunggu blangko", i);
        snprintf(who, sizeof who, "Bidang Pelayanan Pendaftaran Penduduk pj%03zu", i);
        snprintf(when, sizeof when, "Jangka pendek (30 November 2026) tgl%03zu", i);
        const char *cells[] = {no, problem, plan, who, when};
        tree_row(t, tb, cells);
    }
    struct node *n = tree_add(t, NODE_NOTE);
    n->text = "*) Kesepakatan nomor 5 diterima dengan catatan. LSM Suara Tirta menyatakan keberatan dan meminta "
              "layanan setiap Sabtu setengah hari karena pekerja harian hanya libur pada akhir pekan.";
}

static void add_signatures(struct document_tree *t)
{
    struct node *q = tree_paragraph(t, "Demikian Berita Acara ini dibuat dengan sebenarnya dalam rangkap 3 (tiga) "
                                       "untuk dipergunakan sebagaimana mestinya.");
    q->first_indent = true;
    struct node *n = tree_add(t, NODE_SIGNATURES);
    struct signature *s = tree_signature(t, n);
    s->head[0] = "";
    s->head[1] = "Wakil Masyarakat,";
    s = tree_signature(t, n);
    s->head[0] = "Sari Wening, 12 November 2026";
    s->head[1] = "Kepala Dinas Kependudukan dan Pencatatan Sipil,";
    s->name = "Drs. Wiratma Kusnandar, M.Si.";
    s->foot[0] = "Pembina Utama Muda, IV/c";
    s->foot[1] = "NIP 19690817 199403 1 991";
}

static void add_attachments(struct document_tree *t)
{
    tree_add(t, NODE_PAGE_BREAK);
    struct node *n = tree_heading(t, "DAFTAR HADIR");
    n->right = "LAMPIRAN I\nBerita Acara Forum Konsultasi Publik\nNomor: 000.8.3.4/......./Dukcapil/2026\n"
               "Tanggal: 12 November 2026";
    n->align = ALIGN_CENTER;
    n = tree_add(t, NODE_FACTS);
    tree_add_fact(t, n, "Hari/Tanggal", "Kamis, 12 November 2026");
    tree_add_fact(t, n, "Pukul", "08.30 WITA sampai selesai");
    tree_add_fact(t, n, "Tempat", "Aula Tirta Sari Lantai 2 Kantor Dinas Kependudukan dan Pencatatan Sipil Kabupaten "
                                  "Tirta Mandala");
    const struct column columns[] = {{"No.", 1, ALIGN_CENTER},
                                     {"Nama", 5, ALIGN_LEFT},
                                     {"L/P", 1, ALIGN_CENTER},
                                     {"Jabatan/Organisasi", 5, ALIGN_LEFT},
                                     {"Tanda Tangan", 6, ALIGN_LEFT}};
    struct table *tb = tree_table(t, columns, 5);
    tb->row_height = 10;
    tb->zigzag = true;
    for (int i = 1; i <= 24; i++) {
        char no[16], name[48];
        snprintf(no, sizeof no, "%d.", i);
        snprintf(name, sizeof name, "Peserta Latihan %d", i);
        const char *cells[] = {no, name, i % 2 ? "L" : "P", "Warga Desa Karang Jati (Pengguna Layanan)", NULL};
        tree_row(t, tb, cells);
    }
    n = tree_heading(t, "Usulan");
    n = tree_add(t, NODE_LIST);
    n->numbered = true;
    tree_add_item(t, n, "Penambahan kantor layanan di setiap kecamatan, karena anggarannya belum tersedia sampai "
                        "dengan tahun anggaran berikutnya.");
    tree_add_item(t, n, "Penghapusan seluruh syarat fotokopi.");
    n = tree_add(t, NODE_PICTURE);
    n->text = "Gambar 1. Tempat untuk foto kegiatan";
}

struct document_tree *paper_sample(struct arena *a, size_t rows)
{
    struct document_tree *t = tree_new(a);
    t->title = "Berita Acara Forum Konsultasi Publik";
    t->author = "Dinas Kependudukan dan Pencatatan Sipil";
    t->date = 1794444300000;
    t->footer = "Sidik: 7KQ2-M4XD-9F3A-P0TS-1B6C";
    struct buf logo = BUF_INIT;
    paper_png(&logo, 120, 140);
    t->logo = arena_memdup(a, logo.p, logo.len);
    t->logo_size = logo.len;
    buf_done(&logo);
    add_head(t);
    add_agreements(t, rows);
    add_signatures(t);
    add_attachments(t);
    return t;
}

static cairo_status_t collect(void *closure, const unsigned char *p, unsigned int n)
{
    buf_add(closure, p, n);
    return CAIRO_STATUS_SUCCESS;
}

void paper_png(struct buf *out, int width, int height)
{
    cairo_surface_t *s = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
    cairo_t *cr = cairo_create(s);
    cairo_set_source_rgb(cr, 0.8, 0.2, 0.1);
    cairo_paint(cr);
    cairo_set_source_rgb(cr, 1, 0.9, 0.4);
    cairo_arc(cr, width / 2.0, height / 2.0, width / 3.0, 0, 6.3);
    cairo_fill(cr);
    cairo_destroy(cr);
    cairo_surface_write_to_png_stream(s, collect, out);
    cairo_surface_destroy(s);
}

/* An EXIF part with the orientation and a place that must not reach a paper. */
static void write_exif(struct jpeg_compress_struct *c, int orientation)
{
    unsigned char exif[] = "Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x01\0\0\0\0\0\0\0GPS-RAHASIA";
    exif[24] = (unsigned char)orientation;
    jpeg_write_marker(c, JPEG_APP0 + 1, exif, sizeof exif - 1);
}

/* Dark at the top left corner of the stored picture, light elsewhere. */
void paper_jpeg(struct buf *out, int width, int height, int orientation)
{
    struct jpeg_compress_struct c;
    struct jpeg_error_mgr manager;
    unsigned char *bytes = NULL, *row = malloc((size_t)width);
    unsigned long n = 0;
    c.err = jpeg_std_error(&manager);
    jpeg_create_compress(&c);
    jpeg_mem_dest(&c, &bytes, &n);
    c.image_width = (JDIMENSION)width;
    c.image_height = (JDIMENSION)height;
    c.input_components = 1;
    c.in_color_space = JCS_GRAYSCALE;
    jpeg_set_defaults(&c);
    jpeg_start_compress(&c, TRUE);
    write_exif(&c, orientation);
    for (int y = 0; y < height; y++) {
        memset(row, 220, (size_t)width);
        if (y < height / 2)
            memset(row, 20, (size_t)width / 2);
        jpeg_write_scanlines(&c, &row, 1);
    }
    jpeg_finish_compress(&c);
    jpeg_destroy_compress(&c);
    buf_add(out, bytes, n);
    free(bytes);
    free(row);
}
