import { Fragment, type ReactNode } from 'react'
import type { AuditEntry, Named } from '@/lib/administration/list-audit'
import type { Locale } from '@/lib/core/content/content'
import { getText } from '@/lib/platform/i18n/get-text'
import { LocalizedText } from '../_decks/localized-text'
import { auditText } from '../_text/audit'
import { TextLink } from '../_ui/text-link'

/** Done at the server's console, where nobody is signed in. */
const BY_CONSOLE = new Set(['claim-link-made', 'reset-link-made', 'administrator-claimed'])

/** One line of the audit as a sentence: whom and what it names leads to what else was done by or with them. */
export function AuditSentence({ entry, locale }: { entry: AuditEntry; locale: Locale }) {
  const text = getText(auditText, locale)
  const nobody = BY_CONSOLE.has(entry.verb) ? text.console : text.somebody
  const wordOf = (name: string): string => {
    const value = entry.detail[name]
    return value === undefined ? '' : (text.words[String(value)] ?? String(value))
  }
  function partOf(name: string): ReactNode {
    switch (name) {
      case 'actor':
        return <Person who={entry.actor} nobody={nobody} locale={locale} />
      case 'person':
        return <Person who={entry.person} nobody={text.somebody} locale={locale} />
      case 'class':
        return <Quoted>{entry.classroom?.name ?? text.goneClass}</Quoted>
      case 'deck':
        if (!entry.deck) return text.goneDeck
        return (
          <Quoted>
            <TextLink href={{ pathname: '/administration/audit', query: { deckId: entry.deck.id } }}>
              <LocalizedText text={entry.deck.title} locale={locale} />
            </TextLink>
          </Quoted>
        )
      default:
        return wordOf(name)
    }
  }
  const parts = text.sentences[entry.verb].split(/\{(\w+)\}/)
  return (
    <p className="break-words">
      {parts.map((part, i) => (
        <Fragment key={i}>{i % 2 === 0 ? part : partOf(part)}</Fragment>
      ))}
    </p>
  )
}

function Person({ who, nobody, locale }: { who: Named; nobody: string; locale: Locale }) {
  if (!who) return nobody
  const link = (
    <TextLink href={{ pathname: '/administration/audit', query: { personId: who.id } }}>
      <bdi>{who.name}</bdi>
    </TextLink>
  )
  return locale === 'zh' ? <> {link} </> : link
}

function Quoted({ children }: { children: ReactNode }) {
  return <bdi>“{children}”</bdi>
}
