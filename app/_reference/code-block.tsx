/** Code that scrolls inside itself, reachable by keyboard. */
export function CodeBlock({ name, children }: { name: string; children: string }) {
  return (
    <pre
      role="region"
      aria-label={name}
      tabIndex={0}
      className="bg-sunk overflow-x-auto rounded-md px-4 py-3 font-mono text-xs leading-relaxed"
    >
      {children}
    </pre>
  )
}
