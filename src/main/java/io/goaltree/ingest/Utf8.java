package io.goaltree.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Bodies as text: UTF-8, with or without a byte order mark. Bytes that are no UTF-8 are a fault, never a silent '?'. */
final class Utf8 {
    /** Stands for bytes that are no UTF-8; Unicode promises that it never is a character of a text. */
    static final char NO_TEXT = '\uFFFF';

    private static final int BYTE_ORDER_MARK = 0xFEFF;

    private Utf8() {}

    /** Bytes that are no UTF-8 become {@link #NO_TEXT}. */
    static Reader marking(InputStream body) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(NO_TEXT));
        PushbackReader reader = new PushbackReader(new InputStreamReader(body, decoder));
        int first = reader.read();
        if (first != BYTE_ORDER_MARK && first >= 0) {
            reader.unread(first);
        }
        return reader;
    }
}
