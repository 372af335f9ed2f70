import type { NoteKind } from '@/lib/core/content/content'

/** By which rule a proposal was made: shown beside it, since none of them is certain. */
export type ProposalRule =
  | 'question' // a question, or a heading among frequently asked ones, with what stands under it
  | 'related-question' // another wording of a question, which shares its answer
  | 'heading' // any other heading with what stands under it
  | 'forward-pass' // formulas in an aligned environment: a gap for each line
  | 'formula' // one equation: its right side is the gap
  | 'definition' // "X is …", "X 表示…"
  | 'term' // an item of a list of "X: what it does"
  | 'table-row' // the first cell asks for the others

/** What its author should look at before accepting. */
export type ProposalRemark =
  | 'run-together' // two questions stood without anything between them
  | 'formula-doubled' // the rendered copy beside its TeX was left out
  | 'subscript-restored' // an underscore that copying lost was put back, as the same text has it elsewhere
  | 'quote-restored' // one quotation mark of two was missing
  | 'long' // more than a card should ask for

export type Proposal = {
  /** Stable for the same text. */
  id: string
  rule: ProposalRule
  kind: Extract<NoteKind, 'BASIC' | 'CLOZE'>
  front: string
  back: string
  /** Lines from 1, both inclusive, in the text that was read. */
  origin: { firstLine: number; lastLine: number; headings: string[] }
  /** First lines of where the same stands again. */
  alsoAt: number[]
  remarks: ProposalRemark[]
}

export type DroppedLine = {
  line: number
  text: string
  /** The last two are of a whole heading or question, by its title. */
  why: 'furniture' | 'link-title' | 'repeated-title' | 'rendered-formula' | 'too-long' | 'too-many'
}

export type NotesReading = { proposals: Proposal[]; dropped: DroppedLine[] }

/** A line with its number, from 1, in what was pasted. */
export type Line = { number: number; text: string }
