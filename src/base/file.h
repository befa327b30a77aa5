/* Whole files, written so that nobody ever sees half of one. Must not be used on an open session
 * file (closing any descriptor of it drops SQLite's locks; architecture, Durability). */
#ifndef MUFAKAT_BASE_FILE_H
#define MUFAKAT_BASE_FILE_H

#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>
#include "base/buf.h"
#include "base/sha256.h"

/* In all of it a `path` that is a symbolic link means the file behind it; folders, devices and pipes are ERR_INPUT, and
 * opening one never waits. */

/* Reads at most `limit` bytes; a longer file is ERR_FULL, a missing one ERR_NOTFOUND, a folder or
 * other special file ERR_INPUT. Appends to `ret`. */
enum err_code file_read(const char *path, size_t limit, struct buf *ret, struct err *e) MUST_CHECK;
/* Opens a plain file for reading in pieces; the same errors. The caller closes it. */
enum err_code file_open(const char *path, int *ret_fd, int64_t *ret_size, struct err *e) MUST_CHECK;
/* The sentence for a read or a write of `path` that failed just now, from errno; ERR_NOTFOUND, ERR_FULL (writing only)
 * or ERR_IO. */
enum err_code file_read_failed(const char *path, struct err *e);
enum err_code file_write_failed(const char *path, struct err *e);
/* Writes `n` bytes to a temporary file beside `path` (mode 0600), fsync, rename over `path`, fsync
 * of the folder. On failure nothing of the old file is lost and the temporary file is gone. */
enum err_code file_write(const char *path, const void *p, size_t n, struct err *e) MUST_CHECK;
/* The same in steps, for writers that need a path: a fresh empty temporary file (mode 0600) beside `path` (caller frees
 * the name); then file_commit (fsync, rename, fsync folder) or file_discard. A commit that fails discards it. */
enum err_code file_temp(const char *path, char **ret_temp, struct err *e) MUST_CHECK;
enum err_code file_commit(const char *temp, const char *path, struct err *e) MUST_CHECK;
/* The same for a name that must be new: never replaces, ERR_INPUT when it is taken meanwhile. */
enum err_code file_commit_new(const char *temp, const char *path, struct err *e) MUST_CHECK;
/* ERR_INPUT when something has this name already, ERR_NOTFOUND when its folder is not there, ERR_IO when
 * nothing can be written in it. */
enum err_code file_check_new(const char *path, struct err *e) MUST_CHECK;
/* The begin of a temporary file's name; the number of its program and six letters follow. */
#define FILE_HALF ".mufakat-"
enum { FILE_HALF_LETTERS = 6 };
/* A program that was killed while it wrote could not take its half file away. This does so at once, for whoever saw it
 * die: `path` is what it wrote, or the folder of that. What nobody saw is taken away by the next file that is written in
 * that folder, when it has not grown for an hour. */
void file_sweep_killed(const char *path, pid_t program);
/* The latter; `now`: of a file that was just made there, since its clock need not be ours. */
void file_sweep_old(const char *folder, const struct stat *now);
/* Removes the temporary file; NULL is fine, and one that is gone already. */
void file_discard(const char *temp);
/* From now on SIGTERM ends this program, and the temporary file that it has open for a name goes with it. For programs
 * of one thread. */
void file_end_by_signal(void);
/* Folder part ("." when none) and last part; caller frees. */
char *file_dir(const char *path);
char *file_base(const char *path);
/* "dir/name", with one slash between them; caller frees. */
char *file_join(const char *dir, const char *name);
/* Where files stand that nobody keeps: TMPDIR when something can be written there, else /tmp. Borrowed. */
const char *file_temp_folder(void);
/* Something that came along with the running program: its own folder and then `tail`, such as
 * "../share/mufakat". NULL when the program's place is unknown; caller frees. */
char *file_beside_program(const char *tail);
/* Absolute form of a path (need not exist); caller frees. */
char *file_absolute(const char *path);
/* Lower-case hex SHA-256 of a file's bytes and its size, read in pieces. */
enum err_code file_sha256(const char *path, char ret_hex[HASH_HEX], int64_t *ret_size,
                          struct err *e) MUST_CHECK;

#endif
