cli_tests = tests/cli/commands.sh tests/cli/bad_input.sh tests/cli/pack.sh
TESTS += $(cli_tests)
EXTRA_DIST += $(cli_tests) tests/cli/lib.sh
