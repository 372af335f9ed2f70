import { door } from './door'

/** What a browser asks before another site's page may post JSON here. */
export const preflight = door({
  rule: 'anyone',
  isOpenToOtherSites: true,
  summary: 'Tells a browser that pages of other sites may post JSON here, without cookies.',
  handler: () =>
    new Response(null, {
      status: 204,
      headers: {
        'access-control-allow-methods': 'POST, OPTIONS',
        'access-control-allow-headers': 'content-type, authorization, accept-language',
        'access-control-max-age': '86400',
      },
    }),
})
