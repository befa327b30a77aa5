# Whole papers of the practice session.
check_PROGRAMS += tests/app/test_practice_papers
TESTS += tests/app/test_practice_papers
tests_app_test_practice_papers_SOURCES = tests/app/test_practice_papers.c $(app_fixture)
tests_app_test_practice_papers_LDADD = $(test_app_libs)
EXTRA_DIST += tests/app/golden
check_PROGRAMS += tests/app/test_formats
TESTS += tests/app/test_formats
tests_app_test_formats_SOURCES = tests/app/test_formats.c $(app_fixture)
tests_app_test_formats_LDADD = $(test_app_libs)
