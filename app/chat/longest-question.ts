/** Longest question taken, characters. In a file of its own, free of the schema library: the composer ships to browsers. */
export const longestQuestion = 1_000
