import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { referenceText } from '../_text/reference'
import { PageHeader } from '../_ui/page-header'
import { TextLink } from '../_ui/text-link'
import { CodeBlock } from './code-block'
import { OperationSection } from './operation-section'
import type { OperationGroup } from './read-operations'

type ReferenceViewProps = { groups: OperationGroup[]; origin: string; locale: Locale }

export function ReferenceView({ groups, origin, locale }: ReferenceViewProps) {
  const text = getText(referenceText, locale)
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[11rem_minmax(0,1fr)]">
        <nav aria-label={text.contents} className="lg:sticky lg:top-6 lg:self-start">
          <ul className="flex flex-wrap gap-x-5 lg:grid">
            {groups.map(({ name }) => (
              <li key={name}>
                <a
                  href={`#${name}`}
                  className="text-soft hover:text-ink inline-flex min-h-9 items-center font-mono text-sm"
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="grid min-w-0 gap-14">
          <section aria-labelledby="begin" className="grid max-w-measure gap-3">
            <h2 id="begin" className="text-xl">
              {text.begin}
            </h2>
            <p>
              {text.tokenFirst} <TextLink href="/settings/account">{text.tokens}</TextLink>
            </p>
            <CodeBlock name={`${text.begin}: curl`}>
              {`curl -H "Authorization: Bearer unroll_…" \\\n  ${origin}/api/v1/me`}
            </CodeBlock>
            <p className="text-soft text-sm">{text.instants}</p>
            <p className="text-sm">
              <a href="/api/v1/openapi.json" className="text-accent underline underline-offset-4">
                {text.document}
              </a>
            </p>
          </section>
          <section aria-labelledby="errors" className="grid max-w-measure gap-3">
            <h2 id="errors" className="text-xl">
              {text.errors}
            </h2>
            <p>{text.errorsLead}</p>
            <CodeBlock name={`${text.errors}: JSON`}>
              {'{ "error": { "code": "not-found", "message": "…", "detail"?: { "reason": "…" } } }'}
            </CodeBlock>
          </section>
          {locale === 'en' ? null : <p className="text-soft text-sm">{text.english}</p>}
          {groups.map((group) => (
            <OperationSection key={group.name} group={group} locale={locale} />
          ))}
        </div>
      </div>
    </>
  )
}
