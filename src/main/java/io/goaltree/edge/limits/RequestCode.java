package io.goaltree.edge.limits;

/** Why a request was refused before it was executed: {@code extensions.code} of its errors. */
public enum RequestCode {
    GRAPHQL_PARSE_FAILED,
    GRAPHQL_VALIDATION_FAILED,
    OPERATION_RESOLUTION_FAILURE,
    BAD_USER_INPUT,
    DOCUMENT_TOO_LARGE,
    TOO_MANY_TOKENS,
    TOO_DEEP,
    TOO_MANY_ALIASES,
    TOO_MANY_DIRECTIVES,
    TOO_MANY_ROOT_FIELDS,
    COST_TOO_HIGH,
    OUT_OF_RANGE,
    INTROSPECTION_DISABLED,
    INTROSPECTION_TOO_LARGE
}
