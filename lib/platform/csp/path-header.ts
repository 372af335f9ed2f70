/** Where the proxy tells a page its own path, which Next does not. */
export const PATH_HEADER = 'x-unroll-path'
