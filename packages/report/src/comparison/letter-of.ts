/** The letter by which the page calls an answer: A, B, … Z, then A2, B2, … */
export const letterOf = (place: number): string => {
  const letter = String.fromCharCode(65 + (place % 26))
  return place < 26 ? letter : `${letter}${Math.floor(place / 26) + 1}`
}

/** The colour class of an answer; five colours that colour-blind readers tell apart, then again from the first. */
export const colourOf = (place: number): string => `c${place % 5}`
