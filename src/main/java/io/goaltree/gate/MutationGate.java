package io.goaltree.gate;

import io.goaltree.access.Asking;
import io.goaltree.access.Decision;
import io.goaltree.access.Rule;
import io.goaltree.access.Rules;
import io.goaltree.access.Who;
import io.goaltree.edge.Guarded;
import io.goaltree.edge.UserError;
import io.goaltree.shared.Problem;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.List;

/** Stands before every mutation. What is carried out sees everything: its caller was shown to see what it is about. */
@Guarded
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
class MutationGate {
    private final PermissionService permissions;

    MutationGate(PermissionService permissions) {
        this.permissions = permissions;
    }

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        Who who = Asking.current().who();
        Rule rule = Rules.of(Rules.mutations(), call.getMethod().getName());
        if (!Decision.isFree(who, rule)) {
            List<Problem> problems = permissions.problems(who, rule, call.getParameters()[0]);
            if (!problems.isEmpty()) {
                return RefusedPayload.of(call.getMethod().getReturnType(), UserError.of(problems));
            }
        }
        Object payload = Asking.whole(() -> proceed(call));
        return who.isLimited() ? SeenOnly.of(payload, permissions::seen) : payload;
    }

    private static Object proceed(InvocationContext call) {
        try {
            return call.proceed();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("No mutation declares an exception", e);
        }
    }
}
