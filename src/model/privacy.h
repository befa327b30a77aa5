/* For whom a paper is made (domain 10). */
#ifndef MUFAKAT_MODEL_PRIVACY_H
#define MUFAKAT_MODEL_PRIVACY_H

enum privacy {
    PRIVACY_ARSIP,    /* everything, for the file of the agency */
    PRIVACY_PUBLIKASI /* without personal data, for the website */
};

#endif
