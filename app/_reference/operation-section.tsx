import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { referenceText } from '../_text/reference'
import { CodeBlock } from './code-block'
import type { OperationGroup, OperationView } from './read-operations'

export function OperationSection({ group, locale }: { group: OperationGroup; locale: Locale }) {
  return (
    <section aria-labelledby={group.name} className="grid gap-8">
      <h2 id={group.name} className="scroll-mt-6 font-mono text-lg font-semibold">
        {group.name}
      </h2>
      {group.operations.map((operation) => (
        <Operation key={operation.id} operation={operation} locale={locale} />
      ))}
    </section>
  )
}

function Operation({ operation, locale }: { operation: OperationView; locale: Locale }) {
  const text = getText(referenceText, locale)
  const { id, method, path, summary, rule, scope, query, body, status, answer } = operation
  const who = Object.hasOwn(text.rules, rule) ? text.rules[rule as keyof typeof text.rules] : rule // just checked
  const access = rule === 'anyone' ? who : `${who} · ${scope ? text.scope(scope) : text.noTokens}`
  return (
    <article aria-labelledby={id} className="border-hairline grid gap-3 border-t pt-5">
      <h3 id={id} className="scroll-mt-6 font-mono text-sm font-semibold break-all">
        <span className="text-accent">{method}</span> {path}
      </h3>
      <p lang="en" className="max-w-measure">
        {summary}
      </p>
      <p className="text-soft text-sm">{access}</p>
      {query.length > 0 ? (
        <div className="grid gap-1">
          <h4 className="text-soft text-xs">{text.query}</h4>
          <ul className="font-mono text-xs leading-relaxed">
            {query.map(({ name, required, type }) => (
              <li key={name}>
                {name}: {type}{' '}
                {required ? null : <span className="text-soft font-sans">({text.optional})</span>}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      <div className="grid items-start gap-x-6 gap-y-3 xl:grid-cols-2">
        {body ? (
          <div className="grid min-w-0 gap-1">
            <h4 className="text-soft text-xs">{text.body}</h4>
            <CodeBlock name={`${text.body}: ${method} ${path}`}>{body}</CodeBlock>
          </div>
        ) : null}
        <div className="grid min-w-0 gap-1">
          <h4 className="text-soft text-xs">
            {text.answer} {answer ? status : `${status}, ${text.nothing}`}
          </h4>
          {answer ? <CodeBlock name={`${text.answer}: ${method} ${path}`}>{answer}</CodeBlock> : null}
        </div>
      </div>
    </article>
  )
}
