package io.goaltree.edge.stream;

import io.goaltree.edge.operation.Operations;
import io.goaltree.edge.operation.Rates;

/** What every socket needs. */
record SocketParts(
        SocketLimits limits, SocketWelcome welcome, Rates rates, Operations operations, OperationWork work) {}
