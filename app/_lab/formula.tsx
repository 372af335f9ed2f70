import { plainTex } from '@/lib/core/lab/plain-tex'

/** One formula, set by KaTeX where its HTML is there, in plain characters for the moment until it is. */
export function Formula({
  tex,
  formulas,
  className,
}: {
  tex: string
  formulas: Record<string, string>
  className?: string
}) {
  const html = formulas[tex]
  return html === undefined ? (
    <span className={className}>{plainTex(tex)}</span>
  ) : (
    <span className={className} dangerouslySetInnerHTML={{ __html: html }} />
  )
}
