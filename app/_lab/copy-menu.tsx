'use client'

import { useState } from 'react'
import type { Network } from '@/lib/core/cells/forward'
import { writeNotes } from '@/lib/core/cells/layouts/notes'
import { rowsOfVectors } from '@/lib/core/cells/snippets/python-literal'
import { kerasSnippet } from '@/lib/core/cells/snippets/keras-snippet'
import { numpySnippet } from '@/lib/core/cells/snippets/numpy-snippet'
import { pytorchSnippet } from '@/lib/core/cells/snippets/pytorch-snippet'
import { getCell } from '@/lib/core/cells/registry'
import { forwardPassTex } from '@/lib/core/cells/tex'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { labText } from '../_text/lab'
import { Button } from '../_ui/button'
import { Menu, MENU_ITEM } from '../_ui/menu'
import type { LabState } from './use-lab'

type Copied = { text: string; state: 'copied' | 'failed' | 'not-expressible' }

/** The same numbers elsewhere: LaTeX, JSON as the API takes it, and programs that print the same values. */
export function CopyMenu({ lab }: { lab: LabState }) {
  const text = useText(labText)
  const locale = useLocale()
  const [copied, setCopied] = useState<Copied | null>(null)
  const { setup, trace } = lab
  const chosen = { cell: getCell(setup.cell), options: setup.options }

  const copy = async (content: string) => {
    try {
      await navigator.clipboard.writeText(content)
      setCopied({ text: content, state: 'copied' })
    } catch {
      // Browsers keep the clipboard from plain http: the text is shown, to be copied by hand.
      setCopied({ text: content, state: 'failed' })
    }
  }
  const copyProgram = (program: ReturnType<typeof pytorchSnippet>) =>
    program.ok
      ? void copy(program.value)
      : setCopied({ text: program.problem.message[locale], state: 'not-expressible' })

  const items: [name: string, work: () => void][] = [
    [text.copyLink, () => void copy(window.location.href)],
    [text.copyLatex, () => void copy(latexOf(trace))],
    [text.copyJson, () => void copy(JSON.stringify(requestOf(setup, trace), null, 2))],
    [text.copyPytorch, () => copyProgram(pytorchSnippet(chosen, trace))],
    [text.copyNumpy, () => void copy(numpySnippet(trace))],
    [text.copyKeras, () => copyProgram(kerasSnippet(chosen, trace))],
  ]
  return (
    <div className="grid gap-3">
      <Menu
        button={text.copy}
        buttonClassName="border-outline hover:border-ink rounded-md border px-4 text-sm font-medium"
        className="w-fit"
      >
        {items.map(([name, work]) => (
          <button key={name} type="button" className={MENU_ITEM} onClick={work}>
            {name}
          </button>
        ))}
      </Menu>
      <div role="status" className="grid gap-2 text-sm empty:absolute">
        {copied?.state === 'copied' ? <p>{text.copied}</p> : null}
        {copied?.state === 'not-expressible' ? <p>{copied.text}</p> : null}
        {copied?.state === 'failed' ? (
          <>
            <p>{text.copyFailed}</p>
            <textarea
              readOnly
              rows={8}
              value={copied.text}
              aria-label={text.copy}
              className="border-outline bg-raised w-full rounded-md border p-3 font-mono text-xs"
            />
            <div>
              <Button look="quiet" onClick={() => setCopied(null)}>
                {text.guideEnd}
              </Button>
            </div>
          </>
        ) : null}
      </div>
    </div>
  )
}

const latexOf = ({ form }: Network): string =>
  `\\begin{aligned}\n${forwardPassTex(form)
    .map((line) => line.replace('=', '&='))
    .join(' \\\\\n')}\n\\end{aligned}`

/** What POST /api/v1/cells/trace takes. */
function requestOf({ cell, options }: LabState['setup'], network: Network): Record<string, unknown> {
  const { form, sizes, parameters, x, initial } = network
  return {
    cell,
    options,
    weights: { layout: 'notes', ...writeNotes(form, sizes, parameters) },
    x: rowsOfVectors(x),
    ...Object.fromEntries(form.states.map((state) => [state.initial, [...initial[state.id]]])),
  }
}
