import { assignmentsTable } from './assignments'
import { attemptsTable } from './attempts'
import { auditEventsTable } from './audit-events'
import { cardReportsTable } from './card-reports'
import { cardsTable } from './cards'
import { classMembersTable } from './class-members'
import { classroomsTable } from './classrooms'
import type { Db } from './db'
import { deckMediaTable } from './deck-media'
import { deckInvitesTable } from './deck-invites'
import { deckMembersTable } from './deck-members'
import { deckPublicationsTable } from './deck-publications'
import { decksTable } from './decks'
import { enrolmentsTable } from './enrolments'
import { houseFactsTable } from './house-facts'
import { houseFiguresTable } from './house-figures'
import type { FindLiveSession } from './live-session'
import { imageMentionsTable } from './image-mentions'
import { importItemsTable } from './import-items'
import { importJobsTable } from './import-jobs'
import { mediaTable } from './media'
import { memoriesTable } from './memories'
import { noteRevisionsTable } from './note-revisions'
import { notesTable } from './notes'
import { oneTimeLinksTable } from './one-time-links'
import { presetsTable } from './presets'
import { quizRunsTable } from './quiz-runs'
import { quizzesTable } from './quizzes'
import { schedulerRevisionsTable } from './scheduler-revisions'
import { sessionsTable } from './sessions'
import { signInAccountsTable } from './sign-in-accounts'
import { studyCardsTable } from './study-cards'
import { studyEventsTable } from './study-events'
import { tokensTable } from './tokens'
import { usersTable } from './users'

/** Every table, on the whole client or inside one transaction. */
export type Tables = ReturnType<typeof tablesOf>

export const tablesOf = (db: Db, findLiveSession?: FindLiveSession) => ({
  users: usersTable(db),
  sessions: sessionsTable(db, findLiveSession),
  signInAccounts: signInAccountsTable(db),
  tokens: tokensTable(db),
  oneTimeLinks: oneTimeLinksTable(db),
  decks: decksTable(db),
  deckMembers: deckMembersTable(db),
  deckInvites: deckInvitesTable(db),
  deckMedia: deckMediaTable(db),
  deckPublications: deckPublicationsTable(db),
  notes: notesTable(db),
  noteRevisions: noteRevisionsTable(db),
  cards: cardsTable(db),
  cardReports: cardReportsTable(db),
  media: mediaTable(db),
  importJobs: importJobsTable(db),
  importItems: importItemsTable(db),
  imageMentions: imageMentionsTable(db),
  presets: presetsTable(db),
  schedulerRevisions: schedulerRevisionsTable(db),
  enrolments: enrolmentsTable(db),
  studyCards: studyCardsTable(db),
  studyEvents: studyEventsTable(db),
  memories: memoriesTable(db),
  exerciseAttempts: attemptsTable(db),
  quizzes: quizzesTable(db),
  quizRuns: quizRunsTable(db),
  classrooms: classroomsTable(db),
  classMembers: classMembersTable(db),
  assignments: assignmentsTable(db),
  auditEvents: auditEventsTable(db),
  houseFacts: houseFactsTable(db),
  houseFigures: houseFiguresTable(db),
})
