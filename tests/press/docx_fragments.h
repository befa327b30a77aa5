/* DOCX: pieces of XML that tests put together. */
#ifndef MUFAKAT_TESTS_DOCX_FRAGMENTS_H
#define MUFAKAT_TESTS_DOCX_FRAGMENTS_H

#include "tests/press/docx_fixture.h"

/* Fragments. They are whole and in order: Word refuses children in any other. */
#define RUN(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define P(look, runs) "<w:p><w:pPr>" look "</w:pPr>" runs "</w:p>"
#define STYLE(id) "<w:pStyle w:val=\"" id "\"/>"
#define KEEP "<w:keepNext/>"
#define BEFORE(twips) "<w:spacing w:before=\"" twips "\"/>"
#define JC(word) "<w:jc w:val=\"" word "\"/>"
#define GAP(twips) P(STYLE("Gap") KEEP "<w:spacing w:line=\"" twips "\" w:lineRule=\"exact\"/>", "")
#define TABLE(style, width, columns)                                                                    \
    "<w:tbl><w:tblPr><w:tblStyle w:val=\"" style "\"/><w:tblW w:w=\"" width "\" w:type=\"dxa\"/>"      \
    "<w:tblLayout w:type=\"fixed\"/><w:tblLook w:val=\"0420\" w:firstRow=\"1\" w:lastRow=\"0\" "       \
    "w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"0\" w:noVBand=\"1\"/></w:tblPr><w:tblGrid>" columns "</w:tblGrid>"
#define COLUMN(width) "<w:gridCol w:w=\"" width "\"/>"
#define ROW(more, cells) "<w:tr><w:trPr><w:cantSplit/>" more "</w:trPr>" cells "</w:tr>"
#define HIGH(twips) "<w:trHeight w:val=\"" twips "\" w:hRule=\"atLeast\"/>"
#define CELL(width, more, inside) "<w:tc><w:tcPr><w:tcW w:w=\"" width "\" w:type=\"dxa\"/>" more "</w:tcPr>" inside "</w:tc>"
#define VALIGN(word) "<w:vAlign w:val=\"" word "\"/>"
#define LAST GAP("20") "" /* a body ends with a paragraph */

#endif
