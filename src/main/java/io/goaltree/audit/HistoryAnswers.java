package io.goaltree.audit;

import io.goaltree.audit.HistoryStore.Row;
import io.goaltree.edge.Ids;
import io.goaltree.edge.Kind;
import io.goaltree.edge.Page;
import io.goaltree.edge.PageRequest;
import io.goaltree.edge.Position;
import io.goaltree.edge.RequestRefused;
import io.goaltree.shared.Check;
import io.goaltree.shared.UserErrorCode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Puts rows of the history into the words of the schema. */
@ApplicationScoped
public class HistoryAnswers {
    private final HistoryStore store;

    HistoryAnswers(HistoryStore store) {
        this.store = store;
    }

    /**
     * A page of what has happened to a thing, newest first.
     *
     * @throws RequestRefused NOT_FOUND when there is no such thing
     */
    Page<Change> page(String id, PageRequest request) {
        Kind kind = Ids.kind(id).orElseThrow(() -> unknown(id));
        List<Trail> trails = Trail.of(kind);
        if (trails.isEmpty()) {
            throw unknown(id); // Tokens, of which nothing is kept but who made and who revoked them.
        }
        List<Row> rows = store.page(trails, Ids.uuid(kind, id), request);
        if (rows.isEmpty() && request.from() == null && request.size() > 0) {
            throw unknown(id);
        }
        return Page.cut(request, rows).map(row -> change(row, trails));
    }

    private static RequestRefused unknown(String id) {
        return new RequestRefused(
                UserErrorCode.NOT_FOUND, "There is nothing with the id '" + Check.shortened(id) + "'");
    }

    private static Change change(Row row, List<Trail> trails) {
        Kind kind = kind(row.type(), trails);
        UUID id = row.id();
        List<FieldChange> fields = new ArrayList<>();
        for (int i = 0; i < row.columns().length; i++) {
            Column column = new Column(row.columns()[i], row.type());
            fields.add(new FieldChange(column.field(), column.shown(row.before()[i]), column.shown(row.after()[i])));
        }
        return new Change(
                row.at(),
                row.by(),
                row.action(),
                row.type(),
                kind == null || id == null ? null : Ids.of(kind, id),
                fields,
                new Position(row.at().toString(), row.place()));
    }

    private static @Nullable Kind kind(String type, List<Trail> trails) {
        for (Trail trail : trails) {
            if (trail.type().equals(type)) {
                return trail.kind();
            }
        }
        return null;
    }
}
