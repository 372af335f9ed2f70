-- CreateEnum
CREATE TYPE "AttemptContext" AS ENUM ('PRACTICE', 'REVIEW', 'QUIZ');

-- CreateTable
CREATE TABLE "Attempt" (
    "userId" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "context" "AttemptContext" NOT NULL,
    "exercise" TEXT NOT NULL,
    "rung" INTEGER NOT NULL,
    "form" TEXT NOT NULL,
    "generatorVersion" INTEGER NOT NULL,
    "seed" TEXT NOT NULL,
    "numbers" JSONB NOT NULL,
    "responses" JSONB NOT NULL,
    "outcome" TEXT NOT NULL,
    "score" DOUBLE PRECISION NOT NULL,
    "slips" JSONB NOT NULL,
    "hints" INTEGER NOT NULL,
    "millis" INTEGER NOT NULL,
    "startedAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3) NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "quizRunId" TEXT,

    CONSTRAINT "Attempt_pkey" PRIMARY KEY ("userId","id")
);

-- CreateIndex
CREATE INDEX "Attempt_userId_finishedAt_idx" ON "Attempt"("userId", "finishedAt");

-- CreateIndex
CREATE INDEX "Attempt_userId_exercise_idx" ON "Attempt"("userId", "exercise");

-- AddForeignKey
ALTER TABLE "Attempt" ADD CONSTRAINT "Attempt_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
