/** What tells of a key is for who has a keyboard: a phone shows none of it. */
export const KEY_HINT = 'hidden [@media(hover:hover)_and_(min-width:40rem)]:inline'
