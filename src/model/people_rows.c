/* Which rows of a list are people: titles, sections, totals and signatures are not (domain 13). */
#include <ctype.h>
#include <string.h>

#include "base/i18n.h"
#include "base/text.h"
#include "model/people_parts.h"
#include "model/validate.h"

static size_t filled_cells(const struct sheet_row *r)
{
    size_t n = 0;
    for (size_t i = 0; i < r->n; i++)
        n += r->cells[i][0] != '\0';
    return n;
}

static bool is_header_again(const struct people_run *x, size_t row)
{
    const struct sheet_row *r = &x->sheet->v[row];
    size_t known = 0;
    for (size_t i = 0; i < r->n; i++)
        known += people_column_of(r->cells[i]) >= 0;
    return known >= 2 && people_column_of(people_cell(x, row, COLUMN_NAME)) == COLUMN_NAME;
}

/* "JUMLAH", "Total peserta" in the first filled cell. */
static bool is_total(const struct sheet_row *r)
{
    static const char *const words[] = {"jumlah",    "total",    "grand total",
                                        "sub total", "subtotal", "rekap"};
    char word[PEOPLE_WORD];
    for (size_t i = 0; i < r->n; i++) {
        if (r->cells[i][0] == '\0')
            continue;
        people_plain(r->cells[i], word);
        for (size_t k = 0; k < sizeof words / sizeof words[0]; k++) {
            size_t n = strlen(words[k]);
            if (strncmp(word, words[k], n) == 0 && (word[n] == '\0' || word[n] == ' '))
                return true;
        }
        return false;
    }
    return false;
}

static bool has_small_letters(const char *s)
{
    for (; *s; s++)
        if (islower((unsigned char)*s))
            return true;
    return false;
}

/* Unsur named by any part of a section row: "MASYARAKAT / PENGGUNA LAYANAN", "II. Media Massa". */
static int64_t section_unsur(const char *s, struct arena *a)
{
    int64_t likely[2];
    for (const char *p = s; *p;) {
        size_t n = strcspn(p, "/,(.");
        int64_t u = people_unsur_of(arena_memdup(a, p, n), likely);
        if (u != NONE)
            return u;
        p += n + (p[n] != '\0');
    }
    return people_unsur_of(s, likely);
}

/* One filled cell, no number, and it names an unsur or is written in capitals only: a section, not
 * a person. */
static bool is_section(struct people_run *x, size_t row)
{
    const struct sheet_row *r = &x->sheet->v[row];
    const char *words = "";
    if (filled_cells(r) != 1)
        return false;
    for (size_t i = 0; i < r->n; i++)
        words = r->cells[i][0] ? r->cells[i] : words;
    if (*people_cell(x, row, COLUMN_NO) != '\0' && strspn(words, "0123456789. ") == strlen(words))
        return true; /* a number and nothing else */
    int64_t unsur = section_unsur(words, x->a);
    if (unsur == NONE && has_small_letters(words))
        return false;
    x->section_unsur = unsur;
    return true;
}

static bool is_signature(const char *name)
{
    char word[PEOPLE_WORD];
    people_plain(name, word);
    return strncmp(word, "nip ", 4) == 0 || strncmp(word, "mengetahui", 10) == 0;
}

const char *people_skip_reason(struct people_run *x, size_t row)
{
    const struct sheet_row *r = &x->sheet->v[row];
    if (filled_cells(r) == 0)
        return _("baris kosong");
    if (r->line < x->plan->header_line)
        return _("judul di atas tabel");
    if (r->line == x->plan->header_line)
        return _("nama-nama kolom");
    if (is_header_again(x, row))
        return _("nama kolom diulang");
    if (is_total(r))
        return _("baris jumlah");
    if (is_section(x, row))
        return _("baris judul kelompok");
    const char *name = people_cell(x, row, COLUMN_NAME), *position = people_cell(x, row, COLUMN_POSITION);
    struct value v = value_text(*name ? name : position);
    struct err e;
    if (v.type == VALUE_TEXT &&
        validate_value(ENTITY_participant, *name ? participant_F_name : participant_F_position, &v, &e) != ERR_NONE)
        return arena_strdup(x->a, e.text);
    if (is_signature(name))
        return _("bagian tanda tangan");
    if (*name == '\0' && *position == '\0')
        return _("tidak ada nama dan jabatan");
    return NULL;
}
