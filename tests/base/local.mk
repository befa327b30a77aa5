base_tests = tests/base/test_arena tests/base/test_clock tests/base/test_date \
	tests/base/test_date_parse tests/base/test_err tests/base/test_file tests/base/test_i18n \
	tests/base/test_id tests/base/test_random tests/base/test_sha256 tests/base/test_terbilang tests/base/test_text \
	tests/base/test_text_diff tests/base/test_text_layout
check_PROGRAMS += $(base_tests)
TESTS += $(base_tests)
tests_base_test_arena_SOURCES = tests/base/test_arena.c
tests_base_test_arena_LDADD = $(test_base_libs)
tests_base_test_clock_SOURCES = tests/base/test_clock.c
tests_base_test_clock_LDADD = $(test_base_libs)
tests_base_test_date_SOURCES = tests/base/test_date.c
tests_base_test_date_LDADD = $(test_base_libs)
tests_base_test_date_parse_SOURCES = tests/base/test_date_parse.c
tests_base_test_date_parse_LDADD = $(test_base_libs)
tests_base_test_err_SOURCES = tests/base/test_err.c
tests_base_test_err_LDADD = $(test_base_libs)
tests_base_test_file_SOURCES = tests/base/test_file.c
tests_base_test_file_LDADD = $(test_base_libs)
tests_base_test_i18n_SOURCES = tests/base/test_i18n.c
tests_base_test_i18n_LDADD = $(test_base_libs)
tests_base_test_id_SOURCES = tests/base/test_id.c
tests_base_test_id_LDADD = $(test_base_libs)
tests_base_test_random_SOURCES = tests/base/test_random.c
tests_base_test_random_LDADD = $(test_base_libs)
tests_base_test_sha256_SOURCES = tests/base/test_sha256.c
tests_base_test_sha256_LDADD = $(test_base_libs)
tests_base_test_terbilang_SOURCES = tests/base/test_terbilang.c
tests_base_test_terbilang_LDADD = $(test_base_libs)
tests_base_test_text_SOURCES = tests/base/test_text.c
tests_base_test_text_LDADD = $(test_base_libs)
tests_base_test_text_diff_SOURCES = tests/base/test_text_diff.c
tests_base_test_text_diff_LDADD = $(test_base_libs)
tests_base_test_text_layout_SOURCES = tests/base/test_text_layout.c
tests_base_test_text_layout_LDADD = $(test_base_libs)
