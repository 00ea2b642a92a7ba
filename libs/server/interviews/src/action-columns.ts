/** The columns of an `ActionView`, from `app.action t`. */
export const ACTION_COLUMNS = `t.id, t.words, t.owner, t.due_on as "dueOn", t.status, t.outcome, t.done_at as "doneAt", t.version`;
