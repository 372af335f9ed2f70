/** What everything else is measured against. Only a build for `npm run bench` has it (next.config.js). */
export function POST(): Response {
  return Response.json({})
}
