'use client'

import { useState } from 'react'
import type { Locale } from '@/lib/core/content/content'
import type { NotesReading, Proposal } from '@/lib/core/notes-reader/proposal'
import { MAX_NOTES_LENGTH, readNotes } from '@/lib/core/notes-reader/read-notes'
import { callApi } from '../_api/call-api'
import { newEventId } from '../_study/new-event-id'

export type Decision = 'open' | 'taken' | 'dropped'

/** A proposal with what its author made of it. Its id is the note's: sent again, it is the same note. */
export type Decided = Proposal & { decision: Decision; noteId: string }

export type Saving = { done: number; all: number; failure: string | null; isDone: boolean }

export function useProposals(slug: string) {
  const [text, setText] = useState('')
  const [reading, setReading] = useState<NotesReading | null>(null)
  const [proposals, setProposals] = useState<Decided[]>([])
  const [saving, setSaving] = useState<Saving | null>(null)

  function read(from: string) {
    const read = readNotes(from)
    setText(from)
    setReading(read)
    setSaving(null)
    setProposals(
      read.proposals.map((proposal) => ({ ...proposal, decision: 'open', noteId: newEventId(Date.now()) })),
    )
  }

  function change(id: string, change: Partial<Pick<Decided, 'front' | 'back' | 'decision'>>) {
    setProposals((before) => before.map((each) => (each.id === id ? { ...each, ...change } : each)))
  }

  function decideAll(decision: Decision) {
    setProposals((before) => before.map((each) => (each.decision === 'open' ? { ...each, decision } : each)))
  }

  /** One after the other, in their order; what is there already is passed over by its id. */
  async function save(locale: Locale, tag: string) {
    const taken = proposals.filter((each) => each.decision === 'taken')
    const tags = tag.trim() === '' ? [] : [tag.trim().slice(0, 60)]
    for (const [done, { noteId, kind, front, back, origin }] of taken.entries()) {
      setSaving({ done, all: taken.length, failure: null, isDone: false })
      const source = origin.headings.join(' › ').slice(0, 500)
      const answer = await callApi('POST', `/decks/${slug}/draft/notes`, {
        id: noteId,
        kind,
        tags,
        fields: { [locale]: { front: front.slice(0, 20_000), back: back.slice(0, 20_000) } },
        ...(source && { source }),
      })
      if (!answer.ok) return setSaving({ done, all: taken.length, failure: answer.message, isDone: false })
    }
    setSaving({ done: taken.length, all: taken.length, failure: null, isDone: true })
    setProposals((before) => before.filter((each) => each.decision !== 'taken'))
  }

  return {
    text,
    setText,
    reading,
    proposals,
    saving,
    read,
    change,
    decideAll,
    save,
    isTooLong: text.length > MAX_NOTES_LENGTH,
    startAgain: () => {
      setText('')
      setReading(null)
      setProposals([])
      setSaving(null)
    },
  }
}

/** Of the text itself: more than a tenth Chinese characters is Chinese. */
export function languageOf(text: string): Locale {
  const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const letters = text.match(/\p{L}/gu)?.length ?? 0
  return chinese * 10 > letters ? 'zh' : 'en'
}
