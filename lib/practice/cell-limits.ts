/** Both routes compute what anybody sends, so they are limited by address, and less for who is known. */
export const CELL_LIMIT = { name: 'cells', points: 120, seconds: 60 }
export const CELL_LIMIT_SIGNED_IN = { name: 'cells-signed-in', points: 1200, seconds: 60 }
export const CELL_MAX_BYTES = 2 * 1024 * 1024
