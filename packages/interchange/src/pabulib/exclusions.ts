const saysExclusive = /mutually exclusive|exclud(?:e|es|ed|ing) (?:each other|one another)/i

/** The sentences of a comment, whose parts are numbered `#1:`, `#2:` … */
const sentencesOf = (comment: string): ReadonlyArray<string> => comment.split(/[.;]\s+|#\d+:/)

/** A list behind the word `project` or `projects`: `12 and 26`, `3, 5 and 7`, `3 and 5, 7 and 9`. */
const lists = /\bprojects?\s+((?:[^\s,]+(?:\s*,\s*(?:and\s+)?|\s+(?:and|or|&)\s+(?:projects?\s+)?))*[^\s,]+)/gi

/** Pairs where each part between commas is one, else all of the list. */
const groupsOf = (list: string): ReadonlyArray<ReadonlyArray<string>> => {
  const parts = list.split(',').map((part) => part.trim().split(/\s+(?:and|or|&)\s+(?:projects?\s+)?/i))
  const arePairs = parts.length > 1 && parts.every((part) => part.length > 1)
  return arePairs ? parts : [parts.flat().map((id) => id.replace(/^and\s+/i, ''))]
}

/** The projects that a comment says exclude one another, as far as it names them by id in a plain list. */
export const exclusionsIn = (comment: string, ids: ReadonlySet<string>): ReadonlyArray<ReadonlyArray<string>> =>
  sentencesOf(comment)
    .filter((sentence) => saysExclusive.test(sentence))
    .flatMap((sentence) => [...sentence.matchAll(lists)].flatMap(([, list = '']) => groupsOf(list)))
    .map((group) => [...new Set(group.filter((id) => ids.has(id)))])
    .filter((group) => group.length > 1)
