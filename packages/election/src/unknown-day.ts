/** What stands for a day that a file does not give: an election must have had some opening and closing. */
export const unknownDay = { first: '1970-01-01', last: '9999-12-31' } as const
