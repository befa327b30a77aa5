/* Wiring only: the command line, else the full-screen program. */
#include "config.h"

#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/cli.h"
#include "ui/start.h"

/* A session file must never become file 0, 1 or 2, where anything may print into it. What was closed
 * opens unusable: reading finds the end, writing fails. */
static void fill_standard_files(void)
{
    for (int fd = 0; fd <= 2; fd++)
        if (fcntl(fd, F_GETFD) == -1 && open("/dev/null", fd == 0 ? O_WRONLY : O_RDONLY) != fd)
            _exit(1);
}

int main(int argc, char **argv)
{
    fill_standard_files();
    umask(077); /* names and telephone numbers: nobody else on this computer reads them */
    signal(SIGPIPE, SIG_IGN); /* a closed pipe and a size limit are errors with words, not deaths */
    signal(SIGXFSZ, SIG_IGN);
    i18n_start(NULL);
    int code = cli_run(argc, argv);
    return code >= 0 ? code : ui_start(argc, argv);
}
