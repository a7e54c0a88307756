/** Rows a page asks for at once. */
export const pageSize = 50;

/** How many pages a list has, at least the one that says that it is empty. */
export const pagesOf = (total: number) => Math.max(1, Math.ceil(total / pageSize));

/**
 * The page to show of a list that may have become shorter since it was chosen: the last one instead of one past the end,
 * which would be as empty as a list without rows.
 *
 * @param page from 1
 * @param total rows of the list; undefined: not known yet
 */
export const pageWithin = (page: number, total: number | undefined) =>
  total === undefined ? page : Math.min(page, pagesOf(total));
