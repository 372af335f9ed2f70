/** What pictures may take up: of one deck, and of all decks that one person owns. */
export const MAX_DECK_IMAGES = 1_000
export const MAX_DECK_IMAGE_BYTES = 200 * 1024 * 1024
export const MAX_OWNED_IMAGE_BYTES = 500 * 1024 * 1024
