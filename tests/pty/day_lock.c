/* The practice day's end: reading aloud, the gate, the lock. */
#include "config.h"

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include "tests/pty/day.h"

enum { AGREEMENTS = 6 };

static void read_aloud(struct day *d)
{
    drive_keys(d->p, "F5 Home b");
    for (int i = 0; i < AGREEMENTS; i++)
        drive_keys(d->p, "Enter");
    drive_expect(d->p, "sudah dibacakan");
    drive_keys(d->p, "Esc");
}

void day_lock(struct day *d)
{
    read_aloud(d);
    drive_keys(d->p, "F6");
    drive_expect(d->p, "5 dari 5");
    drive_keys(d->p, "l");
    drive_expect(d->p, "Ketik KUNCI");
    drive_line(d->p, "kunci"); /* small letters do not lock */
    drive_expect(d->p, "Belum sama");
    drive_keys(d->p, "^U");
    drive_line(d->p, "KUNCI");
    drive_expect(d->p, "Naskah dikunci. Sidik:");
}
