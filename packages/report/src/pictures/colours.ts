/** Five colours that colour-blind readers tell apart, on light paper and on dark; after Okabe and Ito. */
const colours = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#b58900'] as const

/** Strokes for the first five, the next five, and so on. */
const dashes = ['none', '7 3', '2 3', '9 3 2 3'] as const

/** The colour of the group or line at a place. */
export const colourAt = (place: number): string => colours[place % colours.length] ?? colours[0]

/** The stroke of the line at a place: colour and dashes differ for the first twenty. */
export const dashAt = (place: number): string => dashes[Math.floor(place / colours.length) % dashes.length] ?? dashes[0]

/** How much of a colour shows, so that the first twenty groups differ. */
export const shadeAt = (place: number): number => [1, 0.65, 0.4, 0.2][Math.floor(place / colours.length) % 4] ?? 1
