'use client'

import type { SampleVariant } from '@/lib/core/authored-exercises/sample-variants'
import { plainValue } from '@/lib/core/authored-exercises/show-value'
import { plainTex } from '@/lib/core/lab/plain-tex'
import { useText } from '@/lib/platform/i18n/locale-provider'
import { exerciseFormText } from '../_text/exercise-form'
import { classNames } from '../_ui/class-names'

type VariantTableProps = {
  samples: SampleVariant[]
  chosen: string | null
  onChoose: (seed: string) => void
}

/** What learners would get: the numbers that are drawn, and what is right. */
export function VariantTable({ samples, chosen, onChoose }: VariantTableProps) {
  const text = useText(exerciseFormText)
  const [first] = samples
  return (
    <div
      role="group"
      aria-label={text.variants}
      tabIndex={0}
      className="border-hairline max-h-96 overflow-auto rounded-md border"
    >
      <table className="w-full border-collapse text-sm tabular-nums">
        <thead className="bg-sunk sticky top-0">
          <tr>
            <th scope="col" className="px-3 py-2 text-end font-medium">
              {text.variant}
            </th>
            {first.given.map(({ name }) => (
              <th key={`given ${name}`} scope="col" className="px-3 py-2 text-start font-medium">
                {plainTex(name)}
              </th>
            ))}
            {first.answers.map(({ name }) => (
              <th key={`answer ${name}`} scope="col" className="text-good px-3 py-2 text-start font-medium">
                {plainTex(name)}
              </th>
            ))}
            <th scope="col" className="px-3 py-2">
              <span className="sr-only">{text.tryIt}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {samples.map(({ seed, given, answers, untold, like }, n) => (
            <tr
              key={seed}
              className={classNames('border-hairline border-t', chosen === seed && 'bg-accent-wash')}
            >
              <th scope="row" className="text-soft px-3 text-end font-normal">
                {n + 1}
                {like === null ? null : (
                  <span className="text-caution block text-xs whitespace-nowrap">{text.like(like + 1)}</span>
                )}
              </th>
              {given.map(({ name, value }) => (
                <td key={`given ${name}`} className="px-3 whitespace-nowrap">
                  {plainValue(value)}
                </td>
              ))}
              {answers.map(({ name, value }) => (
                <td key={`answer ${name}`} className="px-3 font-medium whitespace-nowrap">
                  {plainValue(value)}
                  {untold.some(({ answer }) => answer === name) ? (
                    <span className="text-caution font-normal"> · {text.untold}</span>
                  ) : null}
                </td>
              ))}
              <td className="px-1 text-end">
                <button
                  type="button"
                  aria-label={text.tryNth(n + 1)}
                  aria-pressed={chosen === seed}
                  onClick={() => onChoose(seed)}
                  className="text-accent hover:bg-accent-wash min-h-11 rounded-md px-3 font-medium"
                >
                  {text.tryIt}
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
