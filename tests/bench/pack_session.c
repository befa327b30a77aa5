/* A large session for the bench of the evidence pack: the practice session with its lists made longer, and photographs.
 * Usage: pack_session CONTOH.json FILE.fkp PEOPLE INPUTS AGREEMENTS PHOTOS */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "app/add_document.h"
#include "app/data_import.h"
#include "app/set_field.h"
#include "base/arena.h"
#include "base/file.h"
#include "tests/app/pictures.h"

enum { WIDTH = 3000, HEIGHT = 2000 }; /* what phones make, two to four MB each */

static void must(int code, const struct err *e)
{
    if (code == ERR_NONE)
        return;
    fprintf(stderr, "%s (%s)\n", e->text, e->detail);
    exit(1);
}

/* Copies of the list's own rows with ids and numbers of their own until there are `n`. */
static void lengthen(json_t *all, const char *list, size_t n)
{
    json_t *rows = json_object_get(all, list);
    size_t had = json_array_size(rows);
    for (size_t i = had; i < n; i++) {
        char id[32];
        json_t *row = json_deep_copy(json_array_get(rows, i % had));
        snprintf(id, sizeof id, "x%.4s%zu", list, i);
        json_object_set_new(row, "id", json_string(id));
        json_object_set_new(row, "number", json_integer((json_int_t)i + 1));
        json_object_del(row, "continues");
        json_array_append_new(rows, row);
    }
}

static void add_photo(struct app *a, const char *session, int i)
{
    struct buf b = BUF_INIT;
    struct err e = {0};
    struct job *j;
    struct add_document_args *x;
    char path[1000];
    snprintf(path, sizeof path, "%s-%02d.jpg", session, i);
    picture_jpeg(&b, WIDTH, HEIGHT, (unsigned)i + 1, "bench");
    must(file_write(path, b.p, b.len, &e), &e);
    must(add_document_job(a, path, DOC_FOTO, "Suasana dialog", &j, &x, &e), &e);
    must(app_run(a, j, NULL, &e), &e);
    job_free(j);
    remove(path);
    buf_done(&b);
}

static void print_photos(struct app *a)
{
    struct err e = {0};
    struct job *j;
    struct set_field_args *x = set_field_job(a, &j);
    x->entity = ENTITY_session;
    x->field = session_F_with_photos;
    x->value = (struct value){.type = VALUE_INT, .i = 1};
    must(app_run(a, j, NULL, &e), &e);
    job_free(j);
}

int main(int argc, char **argv)
{
    struct app_options o = {.person = "Bench", .clock = clock_system()};
    struct err e = {0};
    struct app *a;
    if (argc != 7)
        return 2;
    json_t *all = json_load_file(argv[1], 0, NULL);
    lengthen(all, "participants", (size_t)atoi(argv[3]));
    lengthen(all, "contributions", (size_t)atoi(argv[4]));
    lengthen(all, "agreements", (size_t)atoi(argv[5]));
    char *text = json_dumps(all, 0);
    must(data_create(argv[2], text, strlen(text), &o, &a, &e), &e);
    free(text);
    json_decref(all);
    for (int i = 0; i < atoi(argv[6]); i++)
        add_photo(a, argv[2], i);
    print_photos(a);
    app_close(a);
    return 0;
}
