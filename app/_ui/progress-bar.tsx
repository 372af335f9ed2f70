/** How far along, as a hairline that fills; the words beside it are the caller's. */
export function ProgressBar({ done, total, name }: { done: number; total: number; name: string }) {
  const share = total > 0 ? Math.min(1, done / total) : 0
  return (
    <div
      role="progressbar"
      aria-label={name}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={done}
      className="bg-hairline h-0.5 w-full overflow-hidden"
    >
      <div
        className="bg-accent h-full origin-left transition-transform duration-200 forced-colors:bg-[Highlight]"
        style={{ transform: `scaleX(${share})` }}
      />
    </div>
  )
}
