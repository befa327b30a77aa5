# Whole papers of the practice session.
practice_fixture = tests/app/practice.c tests/app/practice.h $(app_fixture)
check_PROGRAMS += tests/app/test_practice_official
TESTS += tests/app/test_practice_official
tests_app_test_practice_official_SOURCES = tests/app/test_practice_official.c $(practice_fixture)
tests_app_test_practice_official_LDADD = $(test_app_libs)
check_PROGRAMS += tests/app/test_practice_papers
TESTS += tests/app/test_practice_papers
tests_app_test_practice_papers_SOURCES = tests/app/test_practice_papers.c $(practice_fixture)
tests_app_test_practice_papers_LDADD = $(test_app_libs)
EXTRA_DIST += tests/app/golden
check_PROGRAMS += tests/app/test_formats
TESTS += tests/app/test_formats
tests_app_test_formats_SOURCES = tests/app/test_formats.c $(app_fixture)
tests_app_test_formats_LDADD = $(test_app_libs)
