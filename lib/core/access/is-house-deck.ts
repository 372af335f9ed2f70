/** The house's own decks are nobody's and have a key; one whose owner left has neither. */
export const isHouseDeck = ({ ownerId, key }: { ownerId: string | null; key: string | null }): boolean =>
  ownerId === null && key !== null
