export type Swipe = 'left' | 'right'

const DECIDES_PX = 12
const COMMITS_PX = 72
const FLICK_PX_PER_MS = 0.5

export type SwipeHandlers = {
  /** How far the card is drawn aside, in px; 0 when the finger has let go. */
  onMove: (dx: number) => void
  onSwipe: (swipe: Swipe) => void
}

/**
 * A finger that draws the card aside. It is one only if it sets out sideways and not on something that scrolls
 * sideways itself; a second finger ends it.
 */
export function watchSwipes(element: HTMLElement, { onMove, onSwipe }: SwipeHandlers): () => void {
  let finger: { id: number; x: number; y: number; at: number; isSwipe: boolean } | null = null

  function end(dx: number | null) {
    const swipe = finger?.isSwipe ? dx : null
    const elapsed = performance.now() - (finger?.at ?? 0)
    finger = null
    onMove(0)
    if (swipe === null) return
    const isFlick = Math.abs(swipe) > 30 && Math.abs(swipe) / elapsed > FLICK_PX_PER_MS
    if (Math.abs(swipe) > COMMITS_PX || isFlick) onSwipe(swipe < 0 ? 'left' : 'right')
  }

  function onPointerDown(event: PointerEvent) {
    if (event.pointerType !== 'touch') return
    if (finger) return end(null)
    if (event.target instanceof Element && scrollsSideways(event.target, element)) return
    finger = {
      id: event.pointerId,
      x: event.clientX,
      y: event.clientY,
      at: performance.now(),
      isSwipe: false,
    }
  }

  function onPointerMove(event: PointerEvent) {
    if (!finger || event.pointerId !== finger.id) return
    const dx = event.clientX - finger.x
    const dy = event.clientY - finger.y
    if (!finger.isSwipe) {
      if (Math.abs(dy) > DECIDES_PX) return void (finger = null)
      if (Math.abs(dx) < DECIDES_PX) return
      finger.isSwipe = true
    }
    onMove(dx)
  }

  const onPointerUp = (event: PointerEvent) => {
    if (finger && event.pointerId === finger.id) end(event.clientX - finger.x)
  }
  const onPointerCancel = (event: PointerEvent) => {
    if (finger && event.pointerId === finger.id) end(null)
  }

  element.addEventListener('pointerdown', onPointerDown)
  element.addEventListener('pointermove', onPointerMove)
  element.addEventListener('pointerup', onPointerUp)
  element.addEventListener('pointercancel', onPointerCancel)
  return () => {
    element.removeEventListener('pointerdown', onPointerDown)
    element.removeEventListener('pointermove', onPointerMove)
    element.removeEventListener('pointerup', onPointerUp)
    element.removeEventListener('pointercancel', onPointerCancel)
  }
}

function scrollsSideways(target: Element, root: Element): boolean {
  for (let at: Element | null = target; at && at !== root; at = at.parentElement)
    if (at.scrollWidth > at.clientWidth + 4 && /auto|scroll/.test(getComputedStyle(at).overflowX)) return true
  return false
}
