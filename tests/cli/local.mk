cli_tests = tests/cli/commands.sh tests/cli/bad_input.sh
TESTS += $(cli_tests)
EXTRA_DIST += $(cli_tests) tests/cli/lib.sh
