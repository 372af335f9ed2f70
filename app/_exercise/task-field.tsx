'use client'

import type { Task } from '@/lib/core/exercises/exercise'
import { plainTex } from '@/lib/core/lab/plain-tex'
import { useLocale, useText } from '@/lib/platform/i18n/locale-provider'
import { Formula } from '../_lab/formula'
import { exerciseText } from '../_text/exercise'
import { Button } from '../_ui/button'
import { classNames } from '../_ui/class-names'

type TaskFieldProps = {
  task: Task
  response: readonly string[]
  formulas: Record<string, string>
  /** By component: marked where the last check found it wrong. */
  wrong: readonly boolean[]
  onType: (response: readonly string[]) => void
}

/** Where a task is answered: a box a component, a choice, or an order. */
export function TaskField(props: TaskFieldProps) {
  switch (props.task.kind) {
    case 'values':
    case 'numbers':
      return <ValueBoxes {...props} task={props.task} />
    case 'choice':
      return <Choices {...props} task={props.task} />
    case 'order':
      return <OrderList {...props} task={props.task} />
  }
}

type Of<K extends Task['kind']> = TaskFieldProps & { task: Extract<Task, { kind: K }> }

function ValueBoxes({ task, response, formulas, wrong, onType }: Of<'values' | 'numbers'>) {
  const text = useText(exerciseText)
  const name = plainTex(task.tex)
  return (
    <div className="flex items-center gap-3">
      <Formula tex={task.tex} formulas={formulas} className="text-xl" />
      <span className="font-serif text-xl">=</span>
      <div className="grid gap-1.5">
        {Array.from({ length: task.size }, (_, k) => (
          <input
            key={k}
            value={response[k] ?? ''}
            autoComplete="off"
            autoCapitalize="off"
            spellCheck={false}
            enterKeyHint="done"
            aria-label={task.size === 1 ? text.value(name) : text.component(name, k + 1)}
            aria-invalid={wrong[k] || undefined}
            onChange={({ currentTarget }) => {
              const next = Array.from({ length: task.size }, (_, index) => response[index] ?? '')
              next[k] = currentTarget.value
              onType(next)
            }}
            className="border-outline bg-raised hover:border-ink aria-invalid:border-danger min-h-11 w-36 rounded-md border px-3 text-lg tabular-nums"
          />
        ))}
      </div>
    </div>
  )
}

function Choices({ task, response, formulas, onType }: Of<'choice'>) {
  const locale = useLocale()
  return (
    <div role="radiogroup" aria-label={task.prompt[locale]} className="grid gap-2">
      {task.choices.map(({ id, label, tex }) => (
        <label
          key={id}
          className="border-hairline hover:border-ink has-checked:border-accent has-checked:bg-accent-wash flex min-h-12 items-center gap-3 rounded-md border px-4 py-2"
        >
          <input
            type="radio"
            name={task.id}
            value={id}
            checked={response[0] === id}
            onChange={() => onType([id])}
            className="size-5 shrink-0"
          />
          {label[locale] === '' ? null : <span>{label[locale]}</span>}
          {tex ? <Formula tex={tex} formulas={formulas} className="overflow-x-auto" /> : null}
        </label>
      ))}
    </div>
  )
}

function OrderList({ task, response, formulas, onType }: Of<'order'>) {
  const text = useText(exerciseText)
  const locale = useLocale()
  const labelOf = (id: string) => task.items.find((item) => item.id === id)?.label[locale] ?? id
  return (
    <div className="grid gap-3">
      <ol aria-label={text.order} className="flex min-h-12 flex-wrap items-center gap-2">
        {response.map((id, index) => (
          <li
            key={id}
            className="border-accent bg-accent-wash flex min-h-11 items-center gap-2 rounded-md border px-3"
          >
            <span className="text-soft tabular-nums">{index + 1}</span>
            {labelOf(id)}
          </li>
        ))}
      </ol>
      <p className="sr-only" role="status">
        {response.length === 0 ? text.nothingPlaced : text.placed(response.map(labelOf).join(', '))}
      </p>
      <div className="flex flex-wrap gap-2">
        {task.items.map(({ id, tex }) => (
          <Button
            key={id}
            disabled={response.includes(id)}
            aria-label={text.putNext(labelOf(id))}
            onClick={() => onType([...response, id])}
            className={classNames(response.includes(id) && 'opacity-40')}
          >
            {labelOf(id)}
            {tex ? <Formula tex={tex} formulas={formulas} /> : null}
          </Button>
        ))}
        <Button look="quiet" disabled={response.length === 0} onClick={() => onType(response.slice(0, -1))}>
          {text.takeBack}
        </Button>
      </div>
    </div>
  )
}
