/** The house's decks have small positions; people's come after them, in the order in which they were made. */
export const AFTER_THE_HOUSE = 1_000
