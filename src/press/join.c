#include "config.h"

#include "press/join.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <qpdf/qpdf-c.h>
#include <qpdf/qpdflogger-c.h>

#include "base/file.h"
#include "base/i18n.h"
#include "press/join_links.h"
#include "press/join_tags.h"

enum { MOST_FILES = 256, MOST_PAGES = 3000 };
#define MOST_BYTES ((off_t)512 << 20)

struct joint {
    qpdf_data out;
    struct outline outline;
    struct roots tags;
    struct join_news told;
    size_t n; /* files so far */
    int pages;
};

/* As its user knows the file: a path in a folder for passing things on tells nobody anything. */
static const char *name_of(const char *path, const char *words)
{
    const char *last = strrchr(path, '/');
    return *words ? words : last ? last + 1 : path;
}

static enum err_code cannot_read(qpdf_data in, const char *name, struct err *e)
{
    qpdf_error why = qpdf_has_error(in) ? qpdf_get_error(in) : NULL;
    if (why && qpdf_get_error_code(in, why) == qpdf_e_password)
        err_set(e, ERR_CORRUPT, _("PDF %s dikunci dengan kata sandi, jadi tidak dapat digabungkan. Simpan ulang tanpa "
                                  "sandi, lalu coba lagi."), name);
    else if (why && qpdf_get_error_code(in, why) == qpdf_e_unsupported)
        err_set(e, ERR_CORRUPT, _("PDF %s dikunci dengan cara yang tidak dapat dibuka di sini, jadi tidak dapat "
                                  "digabungkan. Simpan ulang tanpa kunci, atau cetak dan pindai, lalu coba lagi."),
                name);
    else
        err_set(e, ERR_CORRUPT, _("PDF %s rusak, jadi tidak dapat digabungkan. Pindai atau simpan ulang, lalu coba "
                                  "lagi."), name);
    return err_detail(e, "qpdf: %.200s", why ? qpdf_get_error_full_text(in, why) : "");
}

static qpdf_data fresh(void)
{
    qpdf_data q = qpdf_init();
    qpdf_set_suppress_warnings(q, QPDF_TRUE);
    qpdf_silence_errors(q);
    return q;
}

/* What libqpdf says of objects that belong to no file goes past those two settings, to stderr. */
static void hush(void)
{
    qpdflogger_handle log = qpdflogger_default_logger();
    qpdflogger_set_info(log, qpdf_log_dest_discard, NULL, NULL);
    qpdflogger_set_warn(log, qpdf_log_dest_discard, NULL, NULL);
    qpdflogger_set_error(log, qpdf_log_dest_discard, NULL, NULL);
    qpdflogger_cleanup(&log);
}

/* libqpdf prints an error that nobody took; what is wrong inside a link is no reason to say anything. */
static void drop(qpdf_data *q)
{
    if (qpdf_has_error(*q))
        qpdf_get_error(*q);
    qpdf_cleanup(q);
}

/* A page as it is seen: not what it does when it is opened. Its place in the tags: join_tags.h. */
static void clean_page(qpdf_data out, qpdf_oh page)
{
    static const char *const left_out[] = {"/AA", "/Metadata", "/PieceInfo", "/Thumb"};
    for (size_t i = 0; i < sizeof left_out / sizeof *left_out; i++)
        qpdf_oh_remove_key(out, page, left_out[i]);
}

static enum err_code check_size(const char *path, const char *name, struct err *e)
{
    struct stat st;
    if (stat(path, &st) == 0 && st.st_size > MOST_BYTES)
        return err_set(e, ERR_FULL, _("PDF %s lebih dari %d MB, jadi tidak dapat digabungkan. Pindai ulang dengan mutu "
                                      "yang lebih rendah."), name, (int)(MOST_BYTES >> 20));
    return ERR_NONE;
}

/* The joined PDF begins as its first file when that is a paper of ours, so that thousands of tags are not there twice. */
static void begin(struct joint *j, const struct joined *first)
{
    if (joined_is_ours(first)) {
        j->out = first->q;
    } else {
        j->out = fresh();
        qpdf_empty_pdf(j->out);
    }
    outline_begin(j->out, &j->outline);
    tags_begin_joined(j->out, &j->tags);
}

/* How many pages the file itself says it has; 0: it does not say. A repaired one may have lost some. */
static long long promised_pages(qpdf_data q)
{
    qpdf_oh count = qpdf_oh_get_key_if_dict(q, qpdf_oh_get_key(q, qpdf_get_root(q), "/Pages"), "/Count");
    return qpdf_oh_is_integer(q, count) ? qpdf_oh_get_int_value(q, count) : 0;
}

static enum err_code take_pages(struct joint *j, struct joined *in, const char *name, struct err *e)
{
    long long promised = promised_pages(in->q);
    in->pages = qpdf_get_num_pages(in->q);
    if (in->pages <= 0 || in->pages < promised)
        return cannot_read(in->q, name, e);
    j->pages += in->pages;
    if (j->pages > MOST_PAGES)
        return err_set(e, ERR_FULL, _("Gabungan PDF lebih dari %d halaman. Kurangi berkas yang digabungkan."), MOST_PAGES);
    for (int i = 0; i < in->pages; i++) {
        qpdf_oh page = qpdf_get_page_n(in->q, (size_t)i);
        clean_page(in->q, page);
        if (in->q != j->out && (qpdf_add_page(j->out, in->q, page, QPDF_FALSE) & QPDF_ERRORS))
            return cannot_read(in->q, name, e);
    }
    return ERR_NONE;
}

/* Signed with a certificate: ISO 32000-1, 12.7.2, bit 1 of /SigFlags. */
static bool is_sealed(qpdf_data q)
{
    qpdf_oh flags = qpdf_oh_get_key_if_dict(q, qpdf_oh_get_key(q, qpdf_get_root(q), "/AcroForm"), "/SigFlags");
    return qpdf_oh_is_integer(q, flags) && (qpdf_oh_get_int_value(q, flags) & 1) != 0;
}

static enum err_code add_open(struct joint *j, struct joined *in, const char *path, struct err *e)
{
    const char *name = name_of(path, in->words);
    if (qpdf_read(in->q, path, NULL) & QPDF_ERRORS)
        return cannot_read(in->q, name, e);
    if (!j->out)
        begin(j, in);
    j->told.sealed += is_sealed(in->q);
    enum err_code code = take_pages(j, in, name, e);
    if (code)
        return code;
    join_links(j->out, in);
    outline_add_file(j->out, &j->outline, in);
    tags_add_file(j->out, &j->tags, in);
    return ERR_NONE;
}

/* Streams are read from the file when the whole is written; all else is taken over at once. */
static enum err_code add_file(struct joint *j, const char *path, const char *words, struct err *e)
{
    enum err_code code = check_size(path, name_of(path, words), e);
    if (code)
        return code;
    if (j->n == MOST_FILES)
        return err_set(e, ERR_FULL, _("Terlalu banyak PDF untuk digabungkan: paling banyak %d."), MOST_FILES);
    struct joined in = {.q = fresh(), .words = words, .number = ++j->n, .first = j->pages};
    code = add_open(j, &in, path, e);
    j->told.mended += qpdf_more_warnings(in.q) != 0;
    if (in.q != j->out)
        drop(&in.q);
    return code;
}

/* Windows and lists show the title instead of the file's name, as those of single papers do (finish.c). */
static void put_title(struct joint *j, const char *title)
{
    qpdf_oh info = qpdf_make_indirect_object(j->out, qpdf_oh_new_dictionary(j->out));
    qpdf_oh_replace_key(j->out, info, "/Title", qpdf_oh_new_unicode_string(j->out, title));
    qpdf_oh_replace_key(j->out, qpdf_get_trailer(j->out), "/Info", info);
    qpdf_oh_replace_key(j->out, qpdf_get_root(j->out), "/ViewerPreferences",
                        qpdf_oh_parse(j->out, "<< /DisplayDocTitle true >>"));
}

/* Nothing of the first file but its pages: not its places by name, not what it says of itself. */
static void put_catalog(struct joint *j, const char *title)
{
    qpdf_oh catalog = qpdf_make_indirect_object(j->out, qpdf_oh_new_dictionary(j->out)), trailer = qpdf_get_trailer(j->out);
    qpdf_oh_replace_key(j->out, catalog, "/Type", qpdf_oh_new_name(j->out, "/Catalog"));
    qpdf_oh_replace_key(j->out, catalog, "/Pages", qpdf_oh_get_key(j->out, qpdf_get_root(j->out), "/Pages"));
    qpdf_oh_replace_key(j->out, catalog, "/Lang", qpdf_oh_new_string(j->out, "id-ID"));
    qpdf_oh_replace_key(j->out, trailer, "/Root", catalog);
    qpdf_oh_remove_key(j->out, trailer, "/Info");
    qpdf_oh_remove_key(j->out, trailer, "/ID");
    if (*title)
        put_title(j, title);
    outline_end(j->out, &j->outline);
    tags_end_joined(j->out, &j->tags);
}

/* libqpdf does not look whether the last bytes went out. */
static bool has_end(const char *temp)
{
    static const char end[] = "%%EOF\n";
    char last[sizeof end - 1];
    struct err unused;
    int64_t size;
    int fd;
    if (file_open(temp, &fd, &size, &unused) != ERR_NONE)
        return false;
    bool whole = size >= (int64_t)sizeof last &&
                 pread(fd, last, sizeof last, (off_t)size - (off_t)sizeof last) == (ssize_t)sizeof last &&
                 memcmp(last, end, sizeof last) == 0;
    close(fd);
    return whole;
}

/* libqpdf takes one stream after the other from its file to the new one: scans of many megabytes are never here whole. */
static enum err_code write_temp(struct joint *j, const char *temp, const char *path, struct err *e)
{
    errno = ENOSPC; /* what is left when nobody says why */
    int bad = qpdf_init_write(j->out, temp);
    if (!(bad & QPDF_ERRORS)) {
        qpdf_set_deterministic_ID(j->out, QPDF_TRUE);
        qpdf_set_object_stream_mode(j->out, qpdf_o_generate);
        bad = qpdf_write(j->out);
    }
    if (!(bad & QPDF_ERRORS)) {
        if (has_end(temp))
            return ERR_NONE;
        errno = ENOSPC;
    }
    qpdf_error why = qpdf_has_error(j->out) ? qpdf_get_error(j->out) : NULL;
    if (why && qpdf_get_error_code(j->out, why) != qpdf_e_system)
        err_set(e, ERR_CORRUPT, _("PDF yang digabungkan rusak. Pindai atau simpan ulang, lalu coba lagi."));
    else
        err_ignore(file_write_failed(path, e));
    return err_detail(e, "qpdf: %.200s", why ? qpdf_get_error_full_text(j->out, why) : "");
}

static enum err_code write_all(struct joint *j, const char *path, struct err *e)
{
    char *temp;
    enum err_code code = file_temp(path, &temp, e);
    if (code)
        return code;
    code = write_temp(j, temp, path, e);
    if (code)
        file_discard(temp);
    else
        code = file_commit(temp, path, e);
    free(temp);
    return code;
}

static enum err_code add_all(struct joint *j, const char *names, size_t n, struct err *e)
{
    bool whole = n > 0 && names[n - 1] == '\0';
    const char *s = whole ? names + strlen(names) + 1 : names + n; /* behind the title */
    enum err_code code = s < names + n ? ERR_NONE : ERR_INPUT;
    while (!code && s < names + n) {
        const char *words = s + strlen(s) + 1;
        code = words < names + n ? add_file(j, s, words, e) : ERR_INPUT;
        s = words < names + n ? words + strlen(words) + 1 : words;
    }
    return code == ERR_INPUT ? err_set(e, ERR_INPUT, _("Daftar PDF yang digabungkan kosong atau terpotong.")) : code;
}

enum err_code join_pdfs(const char *names, size_t n, const char *path, struct join_news *ret, struct err *e)
{
    struct joint j = {.n = 0};
    hush();
    enum err_code code = add_all(&j, names, n, e);
    if (!code) {
        put_catalog(&j, names);
        code = write_all(&j, path, e);
    }
    if (!code)
        *ret = j.told;
    if (j.out)
        drop(&j.out);
    return code;
}
