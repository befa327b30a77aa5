#include "model/names_titles.h"

#include <stddef.h>
#include <string.h>

static const struct name_title front_titles[] = {
    {"prof", "Prof.", 0},
    {"dr", NULL, 0},
    {"drg", "drg.", 0},
    {"drh", "drh.", 0},
    {"ir", "Ir.", 0},
    {"drs", "Drs.", 0},
    {"dra", "Dra.", 0},
    {"ns", "Ns.", 0},
    {"apt", "apt.", 0},
    {"h", "H.", 0},
    {"hj", "Hj.", 0},
    {"kh", "K.H.", SPELLED},
    {"haji", NULL, NO_DOT},
    {"hajjah", NULL, NO_DOT},
    {"ust", "Ust.", 0},
    {"ustadz", NULL, NO_DOT},
    {"ustaz", NULL, NO_DOT},
    {"ustadzah", NULL, NO_DOT},
    {"pdt", "Pdt.", 0},
    {"r", "R.", NEEDS_DOT},
    {"rr", "Rr.", NEEDS_DOT},
    {"ra", "R.A.", NEEDS_DOT | SPELLED},
    {"rm", "R.M.", NEEDS_DOT | SPELLED},
    {"tgk", "Tgk.", 0},
    {"tgh", "T.G.H.", 0},
    /* how people are addressed */
    {"bapak", NULL, NO_DOT},
    {"ibu", NULL, NO_DOT},
    {"bpk", "Bpk.", 0},
    {"pak", NULL, NO_DOT},
    {"bu", NULL, NO_DOT},
    {"sdr", "Sdr.", 0},
    {"sdri", "Sdri.", 0},
    {"saudara", NULL, NO_DOT},
    {"saudari", NULL, NO_DOT},
    {"yth", "Yth.", 0},
    {"tn", "Tn.", NEEDS_DOT},
    {"ny", "Ny.", NEEDS_DOT},
    {"nn", "Nn.", NEEDS_DOT},
    {"mas", NULL, NO_DOT},
    {"mbak", NULL, NO_DOT},
    {"kang", NULL, NO_DOT},
    {"bli", NULL, NO_DOT},
    {"alm", "Alm.", NEEDS_DOT},
    {"almh", "Almh.", NEEDS_DOT},
    /* ranks of army and police */
    {"jenderal", NULL, NO_DOT},
    {"letjen", NULL, NO_DOT},
    {"mayjen", NULL, NO_DOT},
    {"brigjen", NULL, NO_DOT},
    {"irjen", NULL, NO_DOT},
    {"kolonel", NULL, NO_DOT},
    {"letkol", NULL, NO_DOT},
    {"mayor", NULL, NO_DOT},
    {"kapten", NULL, NO_DOT},
    {"lettu", NULL, NO_DOT},
    {"letda", NULL, NO_DOT},
    {"peltu", NULL, NO_DOT},
    {"pelda", NULL, NO_DOT},
    {"serma", NULL, NO_DOT},
    {"serka", NULL, NO_DOT},
    {"sertu", NULL, NO_DOT},
    {"serda", NULL, NO_DOT},
    {"kopka", NULL, NO_DOT},
    {"koptu", NULL, NO_DOT},
    {"kopda", NULL, NO_DOT},
    {"praka", NULL, NO_DOT},
    {"kombes", NULL, NO_DOT},
    {"kombespol", NULL, NO_DOT},
    {"akbp", NULL, NO_DOT},
    {"kompol", NULL, NO_DOT},
    {"akp", NULL, NO_DOT},
    {"iptu", NULL, NO_DOT},
    {"ipda", NULL, NO_DOT},
    {"aiptu", NULL, NO_DOT},
    {"aipda", NULL, NO_DOT},
    {"bripka", NULL, NO_DOT},
    {"briptu", NULL, NO_DOT},
    {"bripda", NULL, NO_DOT},
    {"pol", "Pol.", NEEDS_DOT},
    {"inf", "Inf.", NEEDS_DOT},
    {"kav", "Kav.", NEEDS_DOT},
    {"arm", "Arm.", NEEDS_DOT},
    {"arh", "Arh.", NEEDS_DOT},
    {"czi", "Czi.", NEEDS_DOT},
    {"cpm", "Cpm.", NEEDS_DOT},
    {"purn", "Purn.", NEEDS_DOT},
};

/* After the name; the printed form is for what was typed without dots ("SH"). */
static const struct name_title back_titles[] = {
    {"sh", "S.H.", 0},          {"mh", "M.H.", 0},          {"se", "S.E.", 0},
    {"mm", "M.M.", 0},          {"st", "S.T.", 0},          {"mt", "M.T.", 0},
    {"ssos", "S.Sos.", 0},      {"msi", "M.Si.", 0},        {"ssi", "S.Si.", 0},
    {"sip", "S.IP.", 0},        {"mip", "M.IP.", 0},        {"sstp", "S.STP.", 0},
    {"skom", "S.Kom.", 0},      {"mkom", "M.Kom.", 0},      {"sikom", "S.I.Kom.", 0},
    {"mikom", "M.I.Kom.", 0},   {"sag", "S.Ag.", 0},        {"mag", "M.Ag.", 0},
    {"shi", "S.H.I.", 0},       {"mhi", "M.H.I.", 0},       {"spd", "S.Pd.", 0},
    {"mpd", "M.Pd.", 0},        {"spdi", "S.Pd.I.", 0},     {"mpdi", "M.Pd.I.", 0},
    {"skep", "S.Kep.", 0},      {"mkep", "M.Kep.", 0},      {"skm", "S.K.M.", 0},
    {"mkm", "M.K.M.", 0},       {"mkes", "M.Kes.", 0},      {"sked", "S.Ked.", 0},
    {"sfarm", "S.Farm.", 0},    {"mfarm", "M.Farm.", 0},    {"sgz", "S.Gz.", 0},
    {"strkeb", "S.Tr.Keb.", 0}, {"stp", "S.T.P.", 0},       {"sp", "S.P.", 0},
    {"mp", "M.P.", 0},          {"spt", "S.Pt.", 0},        {"spi", "S.Pi.", 0},
    {"shut", "S.Hut.", 0},      {"mhut", "M.Hut.", 0},      {"sap", "S.A.P.", 0},
    {"map", "M.A.P.", 0},       {"mpa", "M.P.A.", 0},       {"mpp", "M.P.P.", 0},
    {"sak", "S.Ak.", 0},        {"mak", "M.Ak.", 0},        {"sab", "S.A.B.", 0},
    {"mab", "M.A.B.", 0},       {"sm", "S.M.", 0},          {"ss", "S.S.", 0},
    {"shum", "S.Hum.", 0},      {"mhum", "M.Hum.", 0},      {"sfil", "S.Fil.", 0},
    {"sth", "S.Th.", 0},        {"mth", "M.Th.", 0},        {"spsi", "S.Psi.", 0},
    {"mpsi", "M.Psi.", 0},      {"sst", "S.S.T.", 0},       {"sstat", "S.Stat.", 0},
    {"sds", "S.Ds.", 0},        {"ssn", "S.Sn.", 0},        {"msn", "M.Sn.", 0},
    {"sars", "S.Ars.", 0},      {"mars", "M.A.R.S.", 0},    {"ma", "M.A.", 0},
    {"ms", "M.S.", 0},          {"msc", "M.Sc.", 0},        {"meng", "M.Eng.", 0},
    {"med", "M.Ed.", 0},        {"mba", "M.B.A.", 0},       {"mtr", "M.Tr.", 0},
    {"mtrip", "M.Tr.IP.", 0},   {"mec", "M.Ec.", 0},        {"mecdev", "M.Ec.Dev.", 0},
    {"llm", "LL.M.", 0},        {"phd", "Ph.D.", 0},        {"lc", "Lc.", 0},
    {"ba", "B.A.", 0},          {"bsc", "B.Sc.", 0},        {"amd", "A.Md.", 0},
    {"amdkeb", "A.Md.Keb.", 0}, {"amdkep", "A.Md.Kep.", 0}, {"amdkom", "A.Md.Kom.", 0},
    {"amk", "A.M.K.", 0},       {"amak", "A.Md.Ak.", 0},    {"ns", "Ns.", 0},
    {"ners", "Ners", NO_DOT},   {"apt", "apt.", 0},         {"ak", "Ak.", 0},
    {"ca", "CA", NO_DOT},       {"cpa", "CPA", NO_DOT},     {"ipm", "IPM", NO_DOT},
    {"ipu", "IPU", NO_DOT},     {"cn", "C.N.", 0},          {"mkn", "M.Kn.", 0},
    {"mmars", "M.M.A.R.S.", 0}, {"drs", "Drs.", 0},         {"dra", "Dra.", 0},
};

static const struct name_title *find_title(const struct name_title *v, size_t n,
                                           const char *letters)
{
    for (size_t i = 0; *letters && i < n; i++) {
        if (strcmp(v[i].letters, letters) == 0)
            return &v[i];
    }
    return NULL;
}

const struct name_title *names_find_front(const char *letters)
{
    return find_title(front_titles, sizeof front_titles / sizeof front_titles[0], letters);
}

const struct name_title *names_find_back(const char *letters)
{
    return find_title(back_titles, sizeof back_titles / sizeof back_titles[0], letters);
}
