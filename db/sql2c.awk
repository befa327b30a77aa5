# Turns db/queries/*.sql and db/schema.sql into C. Usage:
#   awk -v mode=ids    -f sql2c.awk queries/*.sql   > stmt_ids.h    the enum of statement names
#   awk -v mode=text   -f sql2c.awk queries/*.sql   > stmt_text.c   the array of their texts
#   awk -v mode=schema -f sql2c.awk schema.sql      > stmt_schema.c the schema as one string
# A statement starts at a line "-- STMT_NAME"; other comment lines are left out.

function quoted(s) {
    gsub(/\\/, "\\\\", s)
    gsub(/"/, "\\\"", s)
    return "\"" s "\\n\""
}

BEGIN {
    print "/* Made by build-aux/sql2c.awk from the .sql files of db/. Do not edit. */"
    if (mode == "ids") {
        print "#ifndef MUFAKAT_DB_STMT_IDS_H"
        print "#define MUFAKAT_DB_STMT_IDS_H"
        print "enum stmt_id {"
    } else if (mode == "text") {
        print "#include \"db/stmt.h\""
        print "const struct stmt_text stmt_texts[STMT_COUNT] = {"
    } else {
        print "#include \"db/stmt.h\""
        print "const char stmt_schema[] ="
    }
}

mode != "schema" && /^-- STMT_[A-Z0-9_]+$/ {
    if (mode == "ids")
        print "    " $2 ","
    else {
        if (seen)
            print "    },"
        print "    [" $2 "] = {\"" $2 "\","
    }
    seen = 1
    next
}

/^[ \t]*--/ || /^[ \t]*$/ { next }

mode == "schema" { print "    " quoted($0) }
mode == "text" {
    if (!seen) {
        print FILENAME ": text before the first -- STMT_ marker" > "/dev/stderr"
        exit 1
    }
    print "        " quoted($0)
}

END {
    if (mode == "ids") {
        print "    STMT_COUNT"
        print "};"
        print "#endif"
    } else if (mode == "text")
        print "    },\n};"
    else
        print "    ;"
}
