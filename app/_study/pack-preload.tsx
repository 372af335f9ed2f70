/**
 * The first pack is asked for with the page, not after its code has come: on a slow phone that is half a second. The
 * request must be the very one that `studyApi.fetchPack` makes, or it is made twice.
 */
export function PackPreload() {
  return <link rel="preload" as="fetch" href="/api/v1/study/pack" crossOrigin="anonymous" />
}
