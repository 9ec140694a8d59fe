package io.goaltree.edge.stream;

/** Where the answers of one operation go; used on the event loop only. */
interface Outlet {
    Form form();

    /** The source of a subscription is open; events may be long in coming. */
    void begun();

    void write(String text);

    /** Goes on when the reader has room for more: at once, if it has. */
    void whenDrained(Runnable next);

    /** All is said: the operation is at its end. */
    void over();

    /** No worker is busy with the operation any more; comes once, after its end or its stop. */
    void settled();
}
