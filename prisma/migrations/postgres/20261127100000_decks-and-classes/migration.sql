-- CreateEnum
CREATE TYPE "ReportKind" AS ENUM ('PROBLEM', 'PROPOSAL');

-- CreateEnum
CREATE TYPE "ReportStatus" AS ENUM ('OPEN', 'ACCEPTED', 'ANSWERED');

-- CreateEnum
CREATE TYPE "ImportStatus" AS ENUM ('READING', 'READY', 'APPLYING', 'APPLIED', 'FAILED', 'UNDONE');

-- CreateEnum
CREATE TYPE "ClassRole" AS ENUM ('INSTRUCTOR', 'LEARNER');

-- CreateEnum
CREATE TYPE "NumbersForClass" AS ENUM ('SAME', 'INDIVIDUAL');

-- CreateEnum
CREATE TYPE "FeedbackForClass" AS ENUM ('NOW', 'AFTER_DUE');

-- DropIndex
DROP INDEX "StudyEvent_userId_cardId_idx";

-- DropIndex
DROP INDEX "StudyEvent_cardId_idx";

-- DropIndex
DROP INDEX "Memory_userId_dueDay_idx";

-- AlterTable
ALTER TABLE "Deck" ADD COLUMN     "barredReason" TEXT,
ADD COLUMN     "copiedFromId" TEXT,
ADD COLUMN     "copiedVersion" INTEGER,
ADD COLUMN     "draft" JSONB,
ADD COLUMN     "shareToken" TEXT;

-- AlterTable
ALTER TABLE "Note" ADD COLUMN     "draftAt" TIMESTAMP(3),
ADD COLUMN     "draftById" TEXT,
ADD COLUMN     "draftDeletedAt" TIMESTAMP(3),
ADD COLUMN     "draftPosition" DOUBLE PRECISION,
ADD COLUMN     "draftVersion" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "QuizRun" ADD COLUMN     "assignmentId" TEXT,
ADD COLUMN     "numbersOf" TEXT;

-- AlterTable
ALTER TABLE "AuditEvent" ADD COLUMN     "personId" TEXT;

-- CreateTable
CREATE TABLE "DeckPublication" (
    "deckId" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "byId" TEXT,
    "line" TEXT NOT NULL,
    "title" JSONB NOT NULL,
    "description" JSONB NOT NULL,
    "locales" JSONB NOT NULL,
    "manifest" JSONB NOT NULL,
    "counts" JSONB NOT NULL,

    CONSTRAINT "DeckPublication_pkey" PRIMARY KEY ("deckId","version")
);

-- CreateTable
CREATE TABLE "DeckInvite" (
    "id" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "role" "DeckRole" NOT NULL,
    "byId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "usedAt" TIMESTAMP(3),
    "revokedAt" TIMESTAMP(3),

    CONSTRAINT "DeckInvite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CardReport" (
    "id" TEXT NOT NULL,
    "deckId" TEXT NOT NULL,
    "noteId" TEXT NOT NULL,
    "cardId" TEXT,
    "noteRevision" INTEGER NOT NULL,
    "userId" TEXT,
    "kind" "ReportKind" NOT NULL,
    "status" "ReportStatus" NOT NULL DEFAULT 'OPEN',
    "locale" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "proposal" JSONB,
    "answer" TEXT,
    "answeredById" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "answeredAt" TIMESTAMP(3),
    "seenAt" TIMESTAMP(3),

    CONSTRAINT "CardReport_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ImportJob" (
    "userId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "status" "ImportStatus" NOT NULL,
    "format" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "options" JSONB,
    "summary" JSONB,
    "problem" JSONB,
    "images" JSONB NOT NULL,
    "deckIds" JSONB NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "changedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ImportJob_pkey" PRIMARY KEY ("userId","id")
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

    CONSTRAINT "ImportItem_pkey" PRIMARY KEY ("userId","importId","position")
);

-- CreateTable
CREATE TABLE "Classroom" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMP(3) NOT NULL,
    "archivedAt" TIMESTAMP(3),
    "joinCode" TEXT,
    "joinExpiresAt" TIMESTAMP(3),

    CONSTRAINT "Classroom_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClassMember" (
    "classId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "role" "ClassRole" NOT NULL,
    "joinedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ClassMember_pkey" PRIMARY KEY ("classId","userId")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" TEXT NOT NULL,
    "classId" TEXT NOT NULL,
    "deckId" TEXT,
    "quizId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "startsAt" TIMESTAMP(3),
    "dueAt" TIMESTAMP(3),
    "examAt" TIMESTAMP(3),
    "attempts" INTEGER,
    "numbers" "NumbersForClass" NOT NULL DEFAULT 'SAME',
    "feedback" "FeedbackForClass" NOT NULL DEFAULT 'NOW',

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

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
CREATE INDEX "QuizRun_assignmentId_idx" ON "QuizRun"("assignmentId");

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_at_idx" ON "AuditEvent"("actorId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_personId_at_idx" ON "AuditEvent"("personId", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_subject_at_idx" ON "AuditEvent"("subject", "at");

-- CreateIndex
CREATE INDEX "AuditEvent_verb_at_idx" ON "AuditEvent"("verb", "at");

-- AddForeignKey
ALTER TABLE "DeckPublication" ADD CONSTRAINT "DeckPublication_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeckInvite" ADD CONSTRAINT "DeckInvite_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardReport" ADD CONSTRAINT "CardReport_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardReport" ADD CONSTRAINT "CardReport_noteId_fkey" FOREIGN KEY ("noteId") REFERENCES "Note"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardReport" ADD CONSTRAINT "CardReport_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportJob" ADD CONSTRAINT "ImportJob_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ImportItem" ADD CONSTRAINT "ImportItem_userId_importId_fkey" FOREIGN KEY ("userId", "importId") REFERENCES "ImportJob"("userId", "id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "QuizRun" ADD CONSTRAINT "QuizRun_assignmentId_fkey" FOREIGN KEY ("assignmentId") REFERENCES "Assignment"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassMember" ADD CONSTRAINT "ClassMember_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Classroom"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClassMember" ADD CONSTRAINT "ClassMember_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_classId_fkey" FOREIGN KEY ("classId") REFERENCES "Classroom"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_deckId_fkey" FOREIGN KEY ("deckId") REFERENCES "Deck"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_quizId_fkey" FOREIGN KEY ("quizId") REFERENCES "Quiz"("id") ON DELETE CASCADE ON UPDATE CASCADE;
