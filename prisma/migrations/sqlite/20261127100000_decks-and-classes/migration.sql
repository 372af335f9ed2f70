-- DropIndex
DROP INDEX "StudyEvent_userId_cardId_idx";

-- DropIndex
DROP INDEX "StudyEvent_cardId_idx";

-- DropIndex
DROP INDEX "Memory_userId_dueDay_idx";

-- AlterTable
ALTER TABLE "Deck" ADD COLUMN "barredReason" TEXT;
ALTER TABLE "Deck" ADD COLUMN "copiedFromId" TEXT;
ALTER TABLE "Deck" ADD COLUMN "copiedVersion" INTEGER;
ALTER TABLE "Deck" ADD COLUMN "draft" JSONB;
ALTER TABLE "Deck" ADD COLUMN "shareToken" TEXT;

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN "personId" TEXT;

-- CreateTable
CREATE TABLE "DeckPublication" (
    "deckId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "byId" TEXT,
    "line" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "locales" JSONB NOT NULL,
    "manifest" JSONB NOT NULL,
    "counts" JSONB NOT NULL,

    PRIMARY KEY ("deckId", "version"),
    CONSTRAINT "DeckPublication_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "DeckInvite" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "hash" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "usedAt" DATETIME,
    "revokedAt" DATETIME,
    CONSTRAINT "DeckInvite_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "CardReport" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deckId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "cardId" TEXT,
    "noteRevision" INTEGER NOT NULL,
    "userId" TEXT,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'OPEN',
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "proposal" JSONB,
    "answer" TEXT,
    "answeredById" TEXT,
    "createdAt" DATETIME NOT NULL,
    "answeredAt" DATETIME,
    "seenAt" DATETIME,
    CONSTRAINT "CardReport_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CardReport_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "CardReport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportJob" (
    "userId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "options" JSONB,
    "summary" JSONB,
    "problem" JSONB,
    "images" JSONB NOT NULL,
    "deckIds" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "changedAt" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "id"),
    CONSTRAINT "ImportJob_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "ImportItem" (
    "userId" TEXT NOT NULL,
    "importId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "deckId" TEXT,
    "noteId" TEXT,
    "content" JSONB NOT NULL,
    "staged" JSONB,
    "before" INTEGER,
    "after" INTEGER,

    PRIMARY KEY ("userId", "importId", "position"),
    CONSTRAINT "ImportItem_userId_importId_fkey" FOREIGN KEY ("userId", "importId") REFERENCES "ImportJob" ("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Classroom" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME,
    "joinCode" TEXT,
    "joinExpiresAt" DATETIME
);

-- CreateTable
CREATE TABLE "ClassMember" (
    "classId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "joinedAt" DATETIME NOT NULL,

    PRIMARY KEY ("classId", "userId"),
    CONSTRAINT "ClassMember_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Classroom" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "ClassMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "classId" TEXT NOT NULL,
    "deckId" TEXT,
    "quizId" TEXT,
    "createdAt" DATETIME NOT NULL,
    "startsAt" DATETIME,
    "dueAt" DATETIME,
    "examAt" DATETIME,
    "attempts" INTEGER,
    "numbers" TEXT NOT NULL DEFAULT 'SAME',
    "feedback" TEXT NOT NULL DEFAULT 'NOW',
    CONSTRAINT "Assignment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Classroom" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Assignment_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Assignment_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Note" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "deckId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "tags" JSONB NOT NULL,
    "position" INTEGER NOT NULL,
    "draft" JSONB,
    "published" JSONB,
    "revision" INTEGER NOT NULL DEFAULT 0,
    "deletedAt" DATETIME,
    "draftVersion" INTEGER NOT NULL DEFAULT 0,
    "draftPosition" REAL,
    "draftDeletedAt" DATETIME,
    "draftById" TEXT,
    "draftAt" DATETIME,
    CONSTRAINT "Note_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);
INSERT INTO "new_Note" ("deckId", "deletedAt", "draft", "id", "key", "kind", "position", "published", "revision", "tags") SELECT "deckId", "deletedAt", "draft", "id", "key", "kind", "position", "published", "revision", "tags" FROM "Note";
DROP TABLE "Note";
ALTER TABLE "new_Note" RENAME TO "Note";
CREATE UNIQUE INDEX "Note_deckId_key_key" ON "Note"("deckId", "key");
CREATE TABLE "new_QuizRun" (
    "userId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "quizId" TEXT NOT NULL,
    "startedAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    "answers" JSONB NOT NULL,
    "score" JSONB,
    "assignmentId" TEXT,
    "numbersOf" TEXT,

    PRIMARY KEY ("userId", "id"),
    CONSTRAINT "QuizRun_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "QuizRun_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "QuizRun_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);
INSERT INTO "new_QuizRun" ("answers", "finishedAt", "id", "quizId", "score", "startedAt", "userId") SELECT "answers", "finishedAt", "id", "quizId", "score", "startedAt", "userId" FROM "QuizRun";
DROP TABLE "QuizRun";
ALTER TABLE "new_QuizRun" RENAME TO "QuizRun";
CREATE INDEX "QuizRun_userId_startedAt_idx" ON "QuizRun"("userId", "startedAt");
CREATE INDEX "QuizRun_quizId_idx" ON "QuizRun"("quizId");
CREATE INDEX "QuizRun_assignmentId_idx" ON "QuizRun"("assignmentId");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "DeckInvite_hash_key" ON "DeckInvite"("hash");

-- CreateIndex
CREATE INDEX "DeckInvite_deckId_idx" ON "DeckInvite"("deckId");

-- CreateIndex
CREATE INDEX "CardReport_deckId_status_idx" ON "CardReport"("deckId", "status");

-- CreateIndex
CREATE INDEX "CardReport_noteId_idx" ON "CardReport"("noteId");

-- CreateIndex
CREATE INDEX "CardReport_userId_idx" ON "CardReport"("userId");

-- CreateIndex
CREATE INDEX "ImportItem_userId_importId_outcome_idx" ON "ImportItem"("userId", "importId", "outcome");

-- CreateIndex
CREATE INDEX "ImportItem_userId_noteId_idx" ON "ImportItem"("userId", "noteId");

-- CreateIndex
CREATE UNIQUE INDEX "Classroom_joinCode_key" ON "Classroom"("joinCode");

-- CreateIndex
CREATE INDEX "ClassMember_userId_idx" ON "ClassMember"("userId");

-- CreateIndex
CREATE INDEX "Assignment_classId_idx" ON "Assignment"("classId");

-- CreateIndex
CREATE INDEX "Assignment_deckId_idx" ON "Assignment"("deckId");

-- CreateIndex
CREATE INDEX "Assignment_quizId_idx" ON "Assignment"("quizId");

-- CreateIndex
CREATE UNIQUE INDEX "Deck_shareToken_key" ON "Deck"("shareToken");

-- CreateIndex
CREATE INDEX "StudyEvent_cardId_userId_idx" ON "StudyEvent"("cardId", "userId");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_idx" ON "AuditEvent"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_personId_at_idx" ON "AuditEvent"("personId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_at_idx" ON "AuditEvent"("subject", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_verb_at_idx" ON "AuditEvent"("verb", "at");
