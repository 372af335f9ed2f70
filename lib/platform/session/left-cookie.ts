/**
 * A page cannot remove the session's cookie, so where no server answers, signing out leaves this one beside it: the
 * first request that brings both ends the session, before anything is shown.
 */
export const LEFT_COOKIE = 'unroll.left'

/** As long as a session's own. */
export const LEFT_SECONDS = 365 * 24 * 60 * 60
