import katex from 'katex'

/** Moves whenever the same source would be rendered otherwise, so that stored HTML is made again. */
export const RENDERING_VERSION = `3 katex ${katex.version}`
