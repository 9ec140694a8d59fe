package io.goaltree.ingest;

import static io.goaltree.shared.UserErrorCode.INVALID_VALUE;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Unzips a gzip stream (RFC 1952) of any number of members. The one of the JDK takes a broken member after the first for the
 * end; here all that is not a whole stream is a fault.
 */
final class Gunzip extends InputStream {
    private static final int MAGIC = 0x8b1f;
    private static final int DEFLATE = 8;
    private static final int HEADER_CHECKED = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xe0;

    private final InputStream zipped;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 sum = new CRC32();
    private final byte[] buffer = new byte[8_192];
    private int at;
    private int end;
    private boolean isInMember;

    Gunzip(InputStream zipped) {
        this.zipped = zipped;
        header();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        while (isInMember || hasNext()) {
            if (!isInMember) {
                header();
            }
            int count = inflate(target, offset, length);
            if (count > 0) {
                return count;
            }
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        inflater.end();
        zipped.close();
    }

    /** The end of a member is looked at when all before it has been handed over: what came whole counts. */
    private int inflate(byte[] target, int offset, int length) {
        if (inflater.finished()) {
            at = end - inflater.getRemaining();
            trailer();
            return 0;
        }
        try {
            if (inflater.needsInput()) {
                if (!hasNext()) {
                    throw broken("it ends too early");
                }
                inflater.setInput(buffer, at, end - at);
                at = end;
            }
            int count = inflater.inflate(target, offset, length);
            sum.update(target, offset, count);
            if (inflater.needsDictionary()) {
                throw broken("it needs a dictionary");
            }
            return count;
        } catch (DataFormatException e) {
            throw broken("it is damaged");
        }
    }

    private void header() {
        if (number(2) != MAGIC || next() != DEFLATE) {
            throw broken("a member does not begin as one");
        }
        int flags = next();
        if ((flags & RESERVED) != 0) {
            throw broken("a member has unknown flags");
        }
        number(4);
        number(2);
        if ((flags & EXTRA) != 0) {
            for (long rest = number(2); rest > 0; rest--) {
                next();
            }
        }
        skipText(flags & NAME);
        skipText(flags & COMMENT);
        if ((flags & HEADER_CHECKED) != 0) {
            number(2);
        }
        inflater.reset();
        sum.reset();
        isInMember = true;
    }

    private void skipText(int isThere) {
        int read = isThere;
        while (read != 0) {
            read = next();
        }
    }

    private void trailer() {
        long length = inflater.getBytesWritten() & 0xffff_ffffL;
        if (number(4) != sum.getValue() || number(4) != length) {
            throw broken("its checksum does not fit");
        }
        isInMember = false;
    }

    private long number(int bytes) {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) next() << (8 * i);
        }
        return number;
    }

    private int next() {
        if (!hasNext()) {
            throw broken("it ends too early");
        }
        return Byte.toUnsignedInt(buffer[at++]);
    }

    private boolean hasNext() {
        try {
            while (at == end) {
                int count = zipped.read(buffer);
                if (count < 0) {
                    return false;
                }
                at = 0;
                end = count;
            }
            return true;
        } catch (IOException e) {
            throw broken("it could not be read");
        }
    }

    private static BodyRefused broken(String why) {
        return new BodyRefused(INVALID_VALUE, "The body is not a whole gzip stream: " + why);
    }
}
