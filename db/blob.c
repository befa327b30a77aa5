/* Bytes of pictures and scans under their SHA-256. */
#include "config.h"

#include <assert.h>

#include "base/i18n.h"
#include "db/private.h"

enum err_code store_put_blob(struct store *s, const void *p, size_t n, char ret_hex[HASH_HEX],
                             struct err *e)
{
    assert(s->t.open);
    if (n > STORE_BLOB_LIMIT)
        return err_set(
            e, ERR_FULL,
            _("Berkas terlalu besar: %zu MB, paling banyak %u MB. Belum ada yang berubah. Kecilkan "
              "gambarnya, lalu tambahkan lagi."),
            n >> 20, STORE_BLOB_LIMIT >> 20);
    struct hash h = hash_of(p, n);
    char hex[HASH_HEX];
    hash_hex(&h, hex);
    const void *bytes = n ? p : ""; /* an empty file is kept as empty bytes, not as NULL */
    enum err_code rc = query_run(s, STMT_BLOB_PUT, e, "tb", hex, bytes, n);
    for (int i = 0; !rc && i < HASH_HEX; i++)
        ret_hex[i] = hex[i];
    return rc;
}

enum err_code store_get_blob(struct store *s, const char *hex, struct buf *ret, struct err *e)
{
    struct query q;
    bool found = false;
    enum err_code rc = query_named(s, &q, STMT_BLOB_GET, e, "t", hex);
    if (!rc)
        rc = query_step(&q, &found, e);
    if (!rc && found)
        buf_add(ret, sqlite3_column_blob(q.st, 0), (size_t)sqlite3_column_bytes(q.st, 0));
    query_end(&q);
    if (!rc && !found)
        return err_set(
            e, ERR_NOTFOUND,
            _("Isi berkas dokumentasi itu tidak ada di berkas sesi. Data lain aman. Tambahkan lagi "
              "berkasnya bila masih ada."));
    return rc;
}
